import { compoundKind } from './compound.ts'
import { type BytesReader, unread } from './reader.ts'

/** Compound files that nothing here reads: said, with what to do about it. */
export const unsupported: BytesReader = {
  takes: 'bytes',
  mediaType: 'application/x-ole-storage',
  extensions: ['doc', 'wps'],
  sniff: (bytes) => ['document', 'encrypted', 'other'].includes(compoundKind(bytes) ?? ''),
  async read(bytes) {
    return compoundKind(bytes) === 'encrypted'
      ? unread('encrypted', 'the file is protected by a password: save it without one')
      : unread('unsupported_format', 'a document of Word 97 or WPS: save it as .docx')
  },
}
