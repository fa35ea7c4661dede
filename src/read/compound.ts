/** What an OLE compound file holds, by the names in its directory; null where it is none. */
export function compoundKind(bytes: Buffer): 'workbook' | 'document' | 'encrypted' | 'other' | null {
  if (bytes.length < 512 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return null
  for (const [name, kind] of NAMES) if (bytes.includes(name, 512, 'utf16le')) return kind
  return 'other'
}

const NAMES = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'document'],
  ['Workbook', 'workbook'],
  ['Book', 'workbook'],
] as const
