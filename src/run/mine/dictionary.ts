/** Tags of words that no name begins with: verbs, prepositions, adverbs, conjunctions, times, numbers. */
const NO_FIRST_WORD = /^(?:v|p|d|ad|c|f|t|m|q|r|y)$/

/** jieba with its own dictionary. */
export async function dictionary() {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ])
  const jieba = Jieba.withDict(dict)
  return {
    cut: (text: string) => jieba.cut(text, true),
    /** Whether a name may begin as this text does. */
    canBegin: (text: string) => !NO_FIRST_WORD.test(jieba.tag(text, true)[0]?.tag ?? ''),
  }
}
