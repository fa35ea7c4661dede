/** The address where it is one of the web, else null: javascript:, data: and file: never become links. */
export function webLink(address: string | null): string | null {
  if (address === null) return null
  const written = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.gov\.cn)/i.test(address) ? `http://${address}` : address
  try {
    const url = new URL(written)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
