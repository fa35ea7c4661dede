import { compoundKind } from './compound.ts'
import { type BytesReader, unread } from './reader.ts'

/** Files that nothing here reads, told by their first bytes: what they are, and what to do about it. */
const KINDS: readonly [signature: Buffer, says: string][] = [
  [Buffer.from('{\\rtf'), 'a document in RTF: save it as .docx'],
  [Buffer.from('89504e47', 'hex'), 'a picture: its text has to be recognized (OCR) first'],
  [Buffer.from('ffd8ff', 'hex'), 'a picture: its text has to be recognized (OCR) first'],
  [Buffer.from('Rar!'), 'an archive in RAR: pack it as .zip'],
  [Buffer.from('377abcaf271c', 'hex'), 'an archive in 7z: pack it as .zip'],
]

const kindOf = (bytes: Buffer) =>
  KINDS.find(([signature]) => bytes.subarray(0, signature.length).equals(signature))

/** Compound files and others that nothing here reads: said, with what to do about it. */
export const unsupported: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/x-ole-storage',
  extensions: ['doc', 'wps'],
  sniff: (bytes) =>
    kindOf(bytes) !== undefined || ['document', 'encrypted', 'other'].includes(compoundKind(bytes) ?? ''),
  async read(bytes) {
    if (compoundKind(bytes) === 'encrypted')
      return unread('encrypted', 'the file is protected by a password: save it without one')
    return unread(
      'unsupported_format',
      kindOf(bytes)?.[1] ?? 'a document of Word 97 or WPS: save it as .docx',
    )
  },
}
