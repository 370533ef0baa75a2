/** Text in UTF-7 (RFC 2152): `+` begins a run of UTF-16 in base64, anything else or `-` ends it, `+-` is a plus. */
export function decodeUtf7(text: string): string {
  return text.replaceAll(/\+([a-z0-9+/]*)-?/giu, (_, run: string) => {
    if (run === '') return '+'
    const bytes = Buffer.from(run, 'base64')
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  })
}
