/** Of the contract: what a notice becomes. */
export const SCHEMA_VERSION = '1.1.0'

/** What an account runs on. */
export const PLATFORMS = [
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'video_channel',
  'app',
  'mini_program',
  'other_media',
] as const

export const SUBJECTS = [
  'website',
  'column',
  'new_media',
  ...PLATFORMS,
  'disclosure',
  'service',
  'message',
  'data',
  'article',
] as const

export const MEASURES = [
  'total',
  'checked',
  'qualified',
  'unqualified',
  'pass_rate',
  'coverage_rate',
  'score',
  'rank',
  'closed',
  'registered',
  'problems_found',
  'problems_fixed',
  'fix_rate',
  'received',
  'handled',
  'handling_rate',
  'published',
  'adopted',
  'open_datasets',
  'other',
] as const
