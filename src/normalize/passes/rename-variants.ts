import { editsOf, type Pass } from '../pass.ts'

/** Words that Hong Kong and Taiwan converters put for mainland ones («網路» for «网络»): only where text was traditional. */
export const renameVariants: Pass = {
  name: 'variant_words',
  edits(text, kit) {
    if (!kit.variantWords.pattern.test(text)) return []
    kit.variantWords.pattern.lastIndex = 0
    return editsOf(text, kit.variantWords.pattern, (m) => kit.variantWords.to.get(m[0]) ?? null)
  },
}
