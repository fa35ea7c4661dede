import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openText } from '../../src/read/open.ts'

const TEXT = '关于2021年第二季度全市政府网站与政务新媒体检查情况的通报,请各单位认真落实整改要求。'
const TRADITIONAL = '關於2021年第二季度全市政府網站與政務新媒體檢查情況的通報,請各單位認真落實整改要求。'
const bytes = (text: string, charset: string, addBOM = false) => iconv.encode(text, charset, { addBOM })
const page = (text: string, charset: string, declared?: string) =>
  bytes(
    `<html><head>${declared ? `<meta charset="${declared}">` : ''}</head><body><p>${text}</p></body></html>`,
    charset,
  )

describe('bytes and what they say of themselves', () => {
  test.for<[string, Buffer, string]>([
    ['UTF-8', bytes(TEXT, 'utf8'), TEXT],
    ['UTF-8 with mark', bytes(TEXT, 'utf8', true), TEXT],
    ['GB18030', bytes(TEXT, 'gb18030'), TEXT],
    ['GB18030 with characters of four bytes', bytes(`${TEXT}㐀𠮷`, 'gb18030'), `${TEXT}㐀𠮷`],
    ['Big5', bytes(TRADITIONAL, 'big5'), TRADITIONAL],
    ['UTF-16LE', bytes(TEXT, 'utf-16le'), TEXT],
    ['UTF-16BE', bytes(TEXT, 'utf-16be'), TEXT],
    ['UTF-16LE with mark', bytes(TEXT, 'utf-16le', true), TEXT],
    ['UTF-16BE with mark', bytes(TEXT, 'utf-16be', true), TEXT],
  ])('%s', ([, content, text]) => {
    const source = openText(content, 'a.txt')
    expect([source.text, source.problems]).toEqual([text, []])
  })
  test.for<[string, Buffer, string]>([
    ['GBK declared as GB2312', page(TEXT, 'gbk', 'gb2312'), 'gb18030'],
    ['GBK declared as UTF-8', page(TEXT, 'gbk', 'utf-8'), 'gb18030'],
    ['UTF-8 declared as GB2312', page(TEXT, 'utf8', 'gb2312'), 'utf-8'],
    ['UTF-8 declared as ISO-8859-1', page(TEXT, 'utf8', 'iso-8859-1'), 'utf-8'],
    ['GBK, not declared', page(TEXT, 'gbk'), 'gb18030'],
  ])('a page in %s', ([, content, charset]) => {
    const source = openText(content, 'a.html')
    expect([source.text, source.charset, source.problems]).toEqual([`${TEXT}\n`, charset, []])
  })
})

describe('bytes that are no text, or of two kinds', () => {
  test.for<[string, Buffer]>([
    ['cut in a character of GBK', bytes(TEXT, 'gbk').subarray(0, -3)],
    ['cut in a character of UTF-8', bytes(TEXT, 'utf8').subarray(0, -4)],
    ['UTF-8 with a line in GBK', Buffer.concat([bytes(TEXT.repeat(9), 'utf8'), bytes('\n检查情况', 'gbk')])],
    ['a byte of a picture', Buffer.concat([bytes(TEXT, 'utf8'), Buffer.from([0xff, 0xfe, 0xff])])],
  ])('%s is reported, with its place', ([, content]) => {
    const { text, problems } = openText(content, 'a.txt')
    const at = text.indexOf('\ufffd')
    expect(at).toBeGreaterThan(20)
    expect(problems).toEqual([{ code: 'undecodable', message: expect.stringMatching(/^\d+ characters/), at }])
    expect(text.slice(0, 20)).toBe(TEXT.slice(0, 20))
  })

  const ebcdic = (text: string) =>
    Buffer.from(
      [...text].map((c) =>
        c === ' ' ? 0x40 : /[A-I]/.test(c) ? c.charCodeAt(0) + 0x80 : 0x81 + (c.charCodeAt(0) % 9),
      ),
    )
  const NOT_READ = /not read/
  test.for<[string, Buffer, RegExp]>([
    ['UTF-7', bytes(TEXT, 'utf-7'), /^written in UTF-7, /],
    ['HZ', Buffer.from('~{<l2iGi?v~} 2021 ~{Dj~}\n'), /^written in HZ, /],
    ['ISO 2022', Buffer.from('\u001b$B8!::\u001b(B 2021'), /^written in ISO 2022, /],
    ['EBCDIC', ebcdic('INSPECTION OF SITES IN THE FIRST QUARTER '.repeat(9)), NOT_READ],
    [
      'Shift JIS',
      bytes('政府のサイトの検査について、教育局のページは長い間更新されていません。'.repeat(3), 'shiftjis'),
      NOT_READ,
    ],
    [
      'EUC-KR',
      bytes(
        '정부 웹사이트 점검 결과에 대하여 교육국의 게시판은 오랫동안 갱신되지 않았습니다.'.repeat(3),
        'euckr',
      ),
      NOT_READ,
    ],
    [
      'Windows-1251',
      bytes('Проверка правительственных сайтов за первый квартал.'.repeat(3), 'win1251'),
      NOT_READ,
    ],
  ])('in a charset that is not read (%s): said', ([, content, says]) => {
    const { problems } = openText(content, 'a.txt')
    expect(problems.map((p) => p.code)).toEqual(expect.arrayContaining(['undecodable']))
    expect(problems.map((p) => p.message)).toEqual(expect.arrayContaining([expect.stringMatching(says)]))
  })
  test.for<[string, Buffer]>([
    ['ASCII with pluses', Buffer.from('C++ 1+2=3, a+abcdefgh+ijklmnopqrstuvwxyz0123456789/ABCDEFGHIJKLMNOP')],
    ['ASCII with tildes', Buffer.from('cd ~{a}; echo ~}')],
    ['names that are seldom', bytes(`${TEXT}龘靐齉爩鱻麤龗灪吁龖厵滟爨癵籱饢驫鲡鹂鸾`, 'gb18030')],
    ['a few bytes', bytes('爨龘靐齉', 'gbk')],
    ['Japanese in UTF-8', bytes('政府のサイトの検査について、長い間更新されていません。'.repeat(9), 'utf8')],
  ])('not doubted: %s', ([, content]) => expect(openText(content, 'a.txt').problems).toEqual([]))

  const utf8 = (text: string) => bytes(text, 'utf8')
  test.for<[string, Buffer, string[]]>([
    [
      'GBK with a line in UTF-8 that is also GBK',
      Buffer.concat([
        bytes(`${TEXT}\n`.repeat(5), 'gbk'),
        utf8('市民政局网站存在错别字，请于7月\n'),
        bytes(TEXT, 'gbk'),
      ]),
      [`lines in utf-8 within a file of gb18030: 1 at ${(TEXT.length + 1) * 5}`],
    ],
    [
      'Big5 with a line in GBK',
      Buffer.concat([
        bytes(`${TRADITIONAL}\n`.repeat(5), 'big5'),
        bytes('市民政局网站存在错别字,请于7月底前整改。\n', 'gbk'),
      ]),
      [`lines in gb18030 within a file of big5: 1 at ${(TRADITIONAL.length + 1) * 5}`],
    ],
    ['GBK with rare characters', bytes(`${TEXT}\n邗江区邳州市亳州市濉溪县\n${TEXT}`, 'gbk'), []],
    [
      'UTF-8 that has lost characters already',
      utf8(`${TEXT.slice(0, 30)}\ufffd\ufffd`),
      ['2 characters were lost before the file was written (U+FFFD) at 30'],
    ],
  ])('%s', ([, content, said]) => {
    const { problems } = openText(content, 'a.txt')
    expect(problems.map((p) => `${p.message} at ${p.at}`).slice(-1)).toEqual(said)
  })
})
