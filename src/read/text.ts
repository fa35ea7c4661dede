import type { TextReader } from './reader.ts'

/** Plain text: the decoded text is the file's own characters. */
export const text: TextReader = {
  takes: 'text',
  mediaType: 'text/plain',
  extensions: ['txt', 'text', 'md'],
  sniff: () => true,
  read: (decoded) => ({ text: decoded, marks: [], declared: {}, problems: [] }),
}
