import type { ComponentChildren } from 'preact'
import { type Items, type ItemTable, type NoticeField, stringAt } from '../columns.ts'
import { of } from './counts.ts'
import { figureText } from './figure-text.ts'
import { messageIn } from './message.ts'
import { reviewCommand } from './review-command.ts'
import { percent, useView } from './view.ts'
import { webLink } from './web-link.ts'
import type { Word } from './words.ts'

type Fact = readonly [label: string, value: ComponentChildren]

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What the tables say of an item, in words. */
export function ItemFacts({ table, row }: { table: ItemTable; row: number }) {
  const { report, say, term, state } = useView()
  const { tables } = report
  const where = placesOf(tables[table] as Items<ItemTable>, row)
  const basis = (items: {
    strings: { state: Parameters<typeof of>[0] }
    numbers: { confidence: (number | null)[] }
  }): Fact[] => [
    [say('state'), term('state', of(items.strings.state)(row))],
    [say('confidence'), items.numbers.confidence[row]],
  ]
  const facts: Fact[] = []
  let headline = ''
  if (table === 'records') {
    const { strings: s, numbers } = tables.records
    headline = of(s.problem)(row) ?? ''
    const unit = of(s.unit)(row)
    const name = of(s.unit_name)(row)
    facts.push(
      [say('unit'), name === null ? unit : unit !== null && unit !== name ? `${name}（${unit}）` : name],
      [say('function'), term('unit_function', of(s.unit_function)(row))],
      [say('subject'), term('subject', of(s.subject)(row))],
      [say('account'), <Linked key="account" text={of(s.subject_name)(row)} url={of(s.subject_url)(row)} />],
      [say('category'), term('category', of(s.category)(row))],
      [say('severity'), term('severity', of(s.severity)(row))],
      [say('verdict'), term('verdict', of(s.verdict)(row))],
      [say('pass_rate'), numbers.pass_rate[row] === null ? null : percent(numbers.pass_rate[row]!)],
      [say('deadline'), of(s.deadline)(row)],
      ...basis(tables.records),
    )
  } else if (table === 'metrics') {
    const { strings: s } = tables.metrics
    headline = `${of(s.label)(row) ?? term('measure', of(s.measure)(row))} ${figureText(tables.metrics, row, term)}`
    facts.push(
      [say('about'), of(s.about)(row)],
      [say('subject'), term('subject', of(s.subject)(row))],
      [say('measure'), term('measure', of(s.measure)(row))],
      [say('as_written'), of(s.raw)(row)],
      [say('as_of'), of(s.as_of)(row)],
      ...basis(tables.metrics),
    )
  } else if (table === 'deadlines') {
    const { strings: s } = tables.deadlines
    headline = `${of(s.due)(row) ?? say('no_due')} ${of(s.action)(row) ?? ''}`
    facts.push(
      [say('as_written'), of(s.text)(row)],
      [say('kind'), term('deadline_kind', of(s.kind)(row))],
      [say('actor'), of(s.actor)(row)],
      [say('recipient'), of(s.recipient)(row)],
      ...basis(tables.deadlines),
    )
  } else if (table === 'checks') {
    const { strings: s } = tables.checks
    headline = messageIn(state.lang, of(s.message)(row) ?? '')
    facts.push(
      [say('kind'), term('check', of(s.code)(row))],
      [say('severity'), term('check_severity', of(s.severity)(row))],
      [say('expected'), of(s.expected)(row)],
      [say('actual'), of(s.actual)(row)],
    )
  } else {
    const { strings: s } = tables.fields
    headline = term('field', of(s.field)(row))
    facts.push([say('state'), term('state', of(s.state)(row))])
  }
  facts.push([say('where'), where.join('；')])
  return (
    <div class="item">
      <p class="headline">{headline}</p>
      <Facts facts={facts} />
    </div>
  )
}

function placesOf(items: Items<ItemTable>, row: number): string[] {
  const { first, where } = items.evidence
  const places: string[] = []
  for (let i = first[row]!; i < first[row + 1]!; i++) {
    const place = stringAt(where, i)
    if (place !== null && !places.includes(place)) places.push(place)
  }
  return places
}

const SHOWN: readonly (readonly [NoticeField, Word])[] = [
  ['region', 'region'],
  ['period', 'period'],
  ['issuer', 'issuer'],
  ['doc_number', 'doc_number'],
  ['issued', 'issued'],
]

/** Where an item stands: its notice. A value with evidence of its own opens it. */
export function NoticeFacts({ notice, openField }: { notice: number; openField(row: number): void }) {
  const { report, say, term } = useView()
  const { notices, fields } = report.tables
  const rowOf = (name: string): number | null => {
    for (let row = fields.notice.indexOf(notice); row >= 0 && fields.notice[row] === notice; row++)
      if (stringAt(fields.strings.field, row) === name) return row
    return null
  }
  const value = (field: NoticeField): ComponentChildren => {
    const text = of(notices[field])(notice)
    const row = text === null ? null : rowOf(field)
    if (row === null) return text
    return (
      <button type="button" class="link" onClick={() => openField(row)}>
        {text}
      </button>
    )
  }
  const uri = of(notices.uri)(notice)
  return (
    <div class="notice">
      <h3 lang="zh-CN">{of(notices.title)(notice) ?? uri}</h3>
      <Facts
        facts={[
          ...SHOWN.map(([field, word]): Fact => [say(word), value(field)]),
          [say('kind'), term('genre', of(notices.genre)(notice))],
          [say('source'), <Linked key="uri" text={uri} url={of(notices.url)(notice)} />],
          [
            say('review'),
            <code key="review">{reviewCommand(report.head, of(notices.id)(notice) ?? '')}</code>,
          ],
        ]}
      />
    </div>
  )
}

/** A text, and a link where the address is one of the web. */
function Linked({ text, url }: { text: string | null; url: string | null }) {
  const { say } = useView()
  const href = webLink(url)
  if (href === null)
    return <>{[text, url].filter((x, i, all) => x !== null && all.indexOf(x) === i).join(' ')}</>
  return (
    <>
      {text === null || text === url ? '' : `${text} `}
      <a href={href} target="_blank" rel="noopener noreferrer">
        {text === null || text === url ? url : say('open_link')}
      </a>
    </>
  )
}
