import { editsOf, type Pass } from '../pass.ts'

// Every syllable of standard Hanyu Pinyin (GB/T 16159) is an initial and a final; mirrors also print «ê» and «ɡ».
const INITIAL = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?'
const FINAL =
  '(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|üan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|ve|ün|vn|a|e|i|o|u|ü|v|ê|m|n|ng|r)'
const SYLLABLE = new RegExp(`^${INITIAL}${FINAL}$`)
const TONES: Record<string, string> = {}
for (const [plain, toned] of Object.entries({
  a: 'āáǎà',
  e: 'ēéěè',
  i: 'īíǐì',
  o: 'ōóǒò',
  u: 'ūúǔù',
  ü: 'ǖǘǚǜ',
  n: 'ńňǹ',
  m: 'ḿ',
}))
  for (const c of toned) TONES[c] = plain
TONES.ɡ = 'g'

const GLOSS = /([\u3400-\u9FFF\uF900-\uFAFF])[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ]{1,7})(?:[)）]|$)/g

/** A toned syllable is a gloss wherever it stands; an untoned one («men») only in a text that has toned ones. */
export const stripGlosses: Pass = {
  name: 'pinyin_annotations',
  edits(text) {
    if (!/[(（][a-zɡü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text)) return []
    return editsOf(text, GLOSS, (m) => {
      let tones = 0
      let plain = ''
      for (const c of m[2]!) {
        const p = TONES[c]
        if (p && c !== 'ɡ') tones++
        plain += p ?? c
      }
      return tones <= 1 && SYLLABLE.test(plain) ? m[1]! : null
    }).map((e) => ({ ...e, start: e.start + 1, text: '' }))
  },
}
