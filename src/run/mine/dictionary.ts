import { both } from '../../messages.ts'
import { InputError } from '../discover.ts'

/** Tags of words that no name begins with: verbs, prepositions, adverbs, conjunctions, times, numbers. */
const NO_FIRST_WORD = /^(?:v|p|d|ad|c|f|t|m|q|r|y)$/

/** Prepositions, conjunctions and particles of one character stand at neither end of a phrase, adverbs not at its end. */
const NO_EDGE = /^(?:p|c|u)/
const NO_END = /^(?:p|c|u|d)/

/** jieba with its own dictionary. @throws InputError where the optional package is not installed. */
export async function dictionary() {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ]).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new InputError(...both('no_package', '@node-rs/jieba'))
  })
  const jieba = Jieba.withDict(dict)
  return {
    cut: (text: string) =>
      jieba.tag(text, true).map(({ word, tag }) => ({
        word,
        begins: word.length > 1 || !NO_EDGE.test(tag),
        ends: word.length > 1 ? word !== '没有' : !NO_END.test(tag),
      })),
    /** Whether a name may begin as this text does. */
    canBegin: (text: string) => !NO_FIRST_WORD.test(jieba.tag(text, true)[0]?.tag ?? ''),
  }
}
