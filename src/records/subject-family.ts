const MEDIA = new Set([
  'new_media',
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'video_channel',
  'app',
  'mini_program',
  'other_media',
])

/** Is it an account, of whatever platform (and no site)? */
export const isMedia = (subject: string | null): boolean => subject !== null && MEDIA.has(subject)
