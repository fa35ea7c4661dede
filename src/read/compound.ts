/** What an OLE compound file holds, by the names in its directory; null where it is none. */
export function compoundKind(bytes: Buffer): 'workbook' | 'document' | 'encrypted' | 'other' | null {
  if (bytes.length < 512 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return null
  for (const [name, kind] of NAMES) if (bytes.includes(name, 512)) return kind
  return 'other'
}

const NAMES = (
  [
    ['EncryptedPackage', 'encrypted'],
    ['WordDocument', 'document'],
    ['Workbook', 'workbook'],
    ['Book', 'workbook'],
  ] as const
)
  // As bytes: Node's own search for UTF-16 never ends where a buffer begins at an odd place in memory.
  .map(([name, kind]) => [Buffer.from(name, 'utf16le'), kind] as const)
