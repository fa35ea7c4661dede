// Imports run one way; a stage knows only the stages before it. Fails when a file imports upwards, or when nothing was looked at.
import { cruise } from 'dependency-cruiser'

const order = [
  'lexicon',
  'read',
  'normalize',
  'parse',
  'segment',
  'resolve',
  'records',
  'export',
  'run',
  'report',
  'serve',
  'review',
  'commands',
]
const above = (layer) => order.slice(order.indexOf(layer) + 1)
const forbidden = [
  ...order.map((layer) => ({
    name: `${layer} imports upwards`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: {
      path: [
        ...above(layer).map((l) => `^src/${l}/`),
        ['run', 'report', 'serve', 'review', 'commands'].includes(layer)
          ? '^src/(?:cli|index)\\.ts$'
          : '^src/(?:cli|index|pipeline)\\.ts$',
      ],
    },
  })),
  {
    name: 'grammars import only grammars',
    severity: 'error',
    from: { path: '^grammars/' },
    to: { path: '^src/' },
  },
  {
    name: 'calendar, kit, messages and once stand below the stages',
    severity: 'error',
    from: { path: '^src/(?:calendar|kit|messages|once)\\.ts$' },
    to: {
      path: '^src/(?:read|normalize|parse|segment|resolve|records|export|run|report|serve|review|commands)/',
    },
  },
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true, dependencyTypesNot: ['type-only'] },
  },
]
const { output } = await cruise(['src', 'grammars'], {
  ruleSet: { forbidden },
  validate: true,
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  tsConfig: { fileName: 'tsconfig.json' },
})
const { violations, totalCruised } = output.summary
for (const v of violations) console.error(`${v.rule.name}: ${v.from} → ${v.to}`)
console.log(`layers: ${totalCruised} modules, ${violations.length} violations`)
process.exit(violations.length > 0 || totalCruised < 60 ? 1 : 0)
