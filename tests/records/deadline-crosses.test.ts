import { describe, expect, test } from 'vitest'
import { loadKit } from '../../src/kit.ts'
import { extract } from '../../src/run/extract.ts'

// Forms of time, actors, actions and sentence frames, each with each (FIELD-GUIDE f.1), and what only looks like a demand (f.2).

const kit = loadKit('grammars/lexicon')

const PROBLEMS =
  '市教育局网站出现错别字3处;市水利局网站首页无法访问;市民政局“岳阳民政”微信公众号超过2周未更新;市教育局“岳阳教育”微信公众号未提供互动功能。'

/** Issued on Monday 2021-04-12; Sunday 2021-04-25 was a working day. */
function read(demand: string, section: 'problems' | 'requirements' = 'requirements') {
  const { deadlines, records } = extract(
    `岳阳市人民政府办公室关于2021年第一季度政府网站与政务新媒体检查情况的通报

各县(市、区)人民政府,市直各单位:
现将有关情况通报如下。
二、存在问题
${section === 'problems' ? `${demand}\n` : ''}${PROBLEMS}
三、工作要求
${section === 'problems' ? '请各单位认真整改。' : demand}
岳阳市人民政府办公室
2021年4月12日
`,
    { kit },
  )
  return {
    due: deadlines.map((d) => d.due),
    /** The day of each record, in the order of PROBLEMS. */
    mend: records.map((r) => r.deadline),
  }
}

const days: Record<string, string> = {
  '2021-04-30':
    '4月30日前 2021年4月30日前 2021-04-30前 今年4月30日前 四月三十日前 本月30日前 4月30日之前 4月30日以前 4月30日(含)前 4月30日17:00前 4月30日18时30分前 4月30日24时前 4月30日下午5点前 4月30日上午10点前 4月30日下班前 4月30日下午下班前 4月30日(星期五)前 4月30日(周五)下班前 4月底前 四月底前 4月末前 月底前 本月底前 本月内 4月份底前',
  '2021-04-16': '本周五前 本周五下班前 周五下班前',
  '2021-04-18': '本周内 本周末前',
  '2021-04-21': '下周三前 下周三下午下班前',
  '2021-04-23': '下周五(4月23日)前',
  '2021-04-25': '下周内 通报下发后10个工作日内',
  '2021-05-05': '下月5日前',
  '2021-05-10': '次月10日前 5月上旬前',
  '2021-05-20': '5月中旬前',
  '2021-05-31': '5月下旬前 下月底前 5月份内',
  '2021-06-30': '6月底前 2021年6月底以前 二季度末前 第二季度结束前 本季度末前 本季度内 上半年结束前',
  '2021-12-31': '年底前 今年年底前 2021年底前 年内',
  '2021-04-13': '收到通报后24小时内',
  '2021-04-15': '收到通报后3天内 收到通报之日起三个工作日内 见文后3日内',
  '2021-04-17': '收到通报5日内',
  '2021-04-19':
    '收到本通报之日起5个工作日内 收文后5个工作日内 接此通报5个工作日内 自通报之日起5个工作日内 自发文之日起5个工作日内 接到通知后一周内 自即日起一周内 即日起5个工作日内',
  '2021-04-22': '收到通报后10日内 自收到通报之日起10日内 通报发出之日起10天内',
  '2021-04-26': '接通报后两周内',
  '2021-04-27': '自本通报印发之日起15日内 接到本通报之日起半个月内',
  '2021-05-12': '收到本通报1个月内 收到通报后一个月内',
}
const times = Object.entries(days).flatMap(([due, forms]) =>
  forms.split(' ').map((form) => [form, due] as const),
)

type Frame = (actor: string, time: string, action: string) => string
/** «于» and «在» before what has its own preposition. */
const at = (word: string, time: string) => (/^自/.test(time) ? time : word + time)
const frames: Record<string, Frame> = {
  '请…于': (a, t, v) => `请${a}${at('于', t)}${v}。`,
  务必: (a, t, v) => `${a}务必${at('于', t)}${v}。`,
  要在: (a, t, v) => `${a}要${at('在', t)}${v}。`,
  必须: (a, t, v) => `${a}必须${t}${v}。`,
  确保: (a, t, v) => `${a}要确保${at('在', t)}${v}。`,
  限: (a, t, v) => `限${a}${at('于', t)}${v}。`,
  责令: (a, t, v) => `责令${a}${at('在', t)}${v}。`,
  责成: (a, t, v) => `责成${a}${t}${v}。`,
  '逾期…': (a, t, v) => `${a}须${at('于', t)}${v},逾期未完成的将予以通报。`,
  'in a clause of its own': (a, t, v) => `请${a}高度重视,举一反三,${t}${v}。`,
  'the time first': (a, t, v) => `${t},${a}要${v}。`,
  'the time first, then 请': (a, t, v) => `${t}请${a}${v}。`,
  'in a list': (a, t, v) => `\n1.${a}${at('于', t)}${v};\n2.加强日常管理。`,
  'in brackets': (a, t, v) => `请${a}认真对照落实(请${at('于', t)}${v})。`,
  并于: (a, t, v) => `${a}要立即行动,并${at('于', t)}${v}。`,
  'for what was found': (a, t, v) => `对检查发现的问题,${a}应${at('于', t)}${v}。`,
  'behind the action': (a, t, v) => `请${a}${v},最迟${at('于', t)}完成。`,
  一律: (a, t, v) => `${a}一律${at('在', t)}${v}。`,
  'with a contact': (a, t, v) => `请${a}${at('于', t)}${v}(联系人:张三,电话:0730-8888888)。`,
}
/** Frames that only a date can stand in. */
const dated: Record<string, Frame> = {
  'a label': (a, t, v) => `请${a}${v},时限为${t}。`,
  'the time in brackets': (a, t, v) => `请${a}${v}(${t})。`,
}

const ALL = '0123'
const NONE = 'none'
/** Which of the four records the actor is asked to mend. */
const actors: [words: string, records: string][] = [
  ['各单位', ALL],
  ['各有关单位', ALL],
  ['各县(市、区)政府、市直有关单位', ALL],
  ['问题单位', ALL],
  ['上述单位', ALL],
  ['主办单位', ALL],
  ['牵头单位', ALL],
  ['被通报单位', ALL],
  ['各乡镇(街道)', NONE],
  ['各镇、街道', NONE],
  ['各乡镇、各部门', ALL],
  ['各乡镇(街道)、市直各单位', ALL],
  ['市教育局', '03'],
  ['市教育局、市水利局', '013'],
  ['“岳阳教育”微信公众号主办单位', '3'],
  ['平江县', ''],
]
const mending = [
  '整改到位',
  '完成整改',
  '全部整改完毕',
  '完成问题整改',
  '完成整改并将整改情况报市政府办公室',
  '改正到位',
  '完成销号',
  '落实整改措施',
  '予以规范',
]
const reporting = [
  '将整改情况书面报市政府办公室',
  '报送整改报告',
  '提交书面整改报告',
  '上报整改落实情况',
  '完成自查并报送自查报告',
  '将整改情况(加盖公章)报送至市政府办公室',
  '把整改台账报我办',
  '将整改报告发送至指定邮箱',
]
const acting = ['关停不再更新的账号', '注销长期不更新的账号', '完成账号备案', '更新超期栏目', '组织开展复查']

const DAY = '4月30日前'
const DUE = '2021-04-30'

/** Every third, another third for each row: all pairs are met by rows that are alike, in a third of the time. */
const third = <T>(all: readonly T[], row: number): T[] => all.filter((_, k) => (k + row) % 3 === 0)

describe('a form of time in every frame', () => {
  test.each(times.map(([time, due], row) => ({ time, due, row })))('$time is $due', ({ time, due, row }) => {
    const most =
      /^(?:收|接|见|自|通报|即日)/.test(time) || /\)|\(/.test(time) ? frames : { ...frames, ...dated }
    const some = third(Object.entries(most), row)
    const got = some.map(([name, frame]) => [name, ...read(frame('各单位', time, '完成整改')).due])
    expect(got).toEqual(some.map(([name]) => [name, due]))
  })
})

describe.each(Object.entries({ ...frames, ...dated }).map(([name, frame], row) => ({ name, frame, row })))(
  'whom and what it is for: $name',
  ({ frame, row }) => {
    test.each(actors)('%s', (actor, records) => {
      // An account whose owner is asked is found in quotation marks, before the time.
      const reach = /^(?:4月|请4月)/.test(frame('', DAY, '')) && actor.startsWith('“') ? null : records
      const got = read(frame(actor, DAY, '完成整改'))
      expect(got.due).toEqual([DUE])
      if (reach !== null && records !== '')
        expect(got.mend).toEqual([0, 1, 2, 3].map((k) => (records.includes(String(k)) ? DUE : null)))
    })
    test.each(third(mending, row))('%s', (action) => {
      expect(read(frame('各单位', DAY, action))).toEqual({ due: [DUE], mend: [DUE, DUE, DUE, DUE] })
    })
    test.each(third(reporting, row))('%s', (action) => {
      expect(read(frame('各单位', DAY, action))).toEqual({ due: [DUE], mend: [null, null, null, null] })
    })
    test('something done to a site or an account', () => {
      const some = third(acting, row)
      expect(some.flatMap((action) => read(frame('各单位', DAY, action)).due)).toEqual(some.map(() => DUE))
    })
  },
)

const lengths = '1个工作日内 3日内 5个工作日内 一周内 20个工作日内 2个月内 24小时内'.split(' ')
const past = '3月20日前 3月底前 2021年3月31日前 上月底前 3月25日 一周内 5个工作日内'.split(' ')
const lookAlikes: Record<string, [times: string[], sentences: ((time: string) => string)[]]> = {
  'a norm of service': [
    lengths,
    [
      (t) => `各单位要规范留言办理,对网民留言要在${t}答复。`,
      (t) => `网民留言自收到之日起${t}办结。`,
      (t) => `各单位收到“我为政府网站找错”留言后要在${t}处理完毕。`,
      (t) => `政策文件公开后${t}发布解读材料。`,
      (t) => `账号信息发生变更的,应在变更后${t}报市政府办公室备案。`,
      (t) => `接到读者纠错后要${t}改正并反馈。`,
      (t) => `各单位接到转办件后须在${t}完成整改并反馈。`,
      (t) => `今后,凡发现错别字的,责任单位要在${t}整改到位。`,
    ],
  ],
  'due again and again': [
    '每季度末月25日前 每月5日前 每季度第一个月10日前 每年1月31日前 每周五前 季度末月25日前 每个月底前 每月25日前 每季度首月10日前'.split(
      ' ',
    ),
    [
      (t) => `各单位要于${t}报送自查情况。`,
      (t) => `请各单位${t}将检查情况报市政府办公室。`,
      (t) => `建立常态化机制,${t}报送运维情况。`,
    ],
  ],
  'what was done by then, or missed': [
    past,
    [
      (t) => `市教育局已于${t}完成整改。`,
      (t) => `上述问题均已在${t}整改到位。`,
      (t) => `市水利局未在${t}报送整改报告。`,
      (t) => `截至目前,有12家单位在${t}完成了整改。`,
      (t) => `按要求,各单位应于${t}报送自查报告,但市水利局仍未报送。`,
      (t) => `经督促,市民政局于${t}完成整改。`,
      (t) => `原定于${t}完成的整改任务至今没有完成。`,
      (t) => `市教育局承诺的${t}完成整改没有兑现。`,
    ],
  ],
  'a criterion': [
    '2周内 6个月内 1年内 10个工作日内'.split(' '),
    [
      (t) => `市水利局网站首页在监测时间点前${t}未更新。`,
      (t) => `市水利局对网民留言${t}未答复。`,
      (t) => `“岳阳民政”微信公众号${t}仅发布1条信息。`,
    ],
  ],
  'a window': [
    '3月20日前 2021年3月31日前 3月1日至3月31日 3月31日24时 第一季度内'.split(' '),
    [
      (t) => `本次检查抽查了${t}发布的信息。`,
      (t) => `数据统计截至${t}。`,
      (t) => `检查时间为${t}。`,
      (t) => `抽查对象为${t}在系统备案的网站。`,
    ],
  ],
  'no day': [
    '立即 限期 尽快 第一时间 抓紧 马上'.split(' '),
    [(t) => `请各单位${t}整改。`, (t) => `市教育局要${t}整改到位。`, (t) => `责令其${t}改正。`],
  ],
  'which one': [
    '4月30日前 4月底前'.split(' '),
    [
      (t) => `各单位要按照《关于做好${t}信息更新工作的通知》要求抓好落实。`,
      (t) => `对${t}出台的政策文件进行清理。`,
      (t) => `认真梳理${t}发布的信息。`,
    ],
  ],
}

describe.each(Object.entries(lookAlikes))('not due: %s', (_, [ts, sentences]) => {
  test.each(ts.map((time, row) => ({ time, row })))('$time', ({ time, row }) => {
    const demanded = sentences
      .map((sentence) => sentence(time))
      .flatMap((words, k) =>
        read(words, (k + row) % 2 ? 'problems' : 'requirements').due.map((due) => `${words} ${due}`),
      )
    expect(demanded).toEqual([])
  })
})
