import { characterEdits, type Pass } from '../pass.ts'

const table = new Uint16Array(65536)
for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0
// Radicals and compatibility ideographs that look like a character and are not it (⻓ for 长).
for (const [from, until] of [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfaff],
  [0x3300, 0x33ff],
] as const)
  for (let code = from; code <= until; code++) {
    const folded = String.fromCharCode(code).normalize('NFKC')
    if (folded.length === 1 && folded.charCodeAt(0) !== code) table[code] = folded.charCodeAt(0)
  }
const LOOK_ALIKES: Record<string, string> = {
  '⺠': '民',
  '⻓': '长',
  '⻔': '门',
  '⻋': '车',
  '⻅': '见',
  '⻉': '贝',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻢': '马',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻰': '龙',
  '⻄': '西',
  '⻆': '角',
  '⻝': '食',
  '⻣': '骨',
  '⺟': '母',
  '⻘': '青',
  '⻙': '韦',
  '﹝': '〔',
  '﹞': '〕',
  '﹪': '%',
  '﹐': ',',
  '﹑': '、',
  '﹔': ';',
  '﹕': ':',
  '﹖': '?',
  '﹗': '!',
  '﹙': '(',
  '﹚': ')',
  '﹣': '-',
  '﹤': '<',
  '﹥': '>',
  〇: '〇',
  '―': '—',
  '─': '—',
  '━': '—',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‒': '-',
  '–': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '„': '“',
  '‟': '“',
  '〝': '“',
  '〞': '”',
  '＂': '"',
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
}
for (const [from, folded] of Object.entries(LOOK_ALIKES)) table[from.charCodeAt(0)] = folded.charCodeAt(0)

/** Full and half width, radical look-alikes, dashes: one character for one, so offsets stay as they are. */
export const foldWidth: Pass = {
  name: 'folded_width',
  edits: (text) => characterEdits(text, table),
}
