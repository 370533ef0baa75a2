/** What an image is by its first bytes, of the kinds that are made of dots; undefined for anything else, SVG above all. */
export function pictureType(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/u.test(start)) return 'image/gif'
  return /^RIFF.{4}WEBP/su.test(start) ? 'image/webp' : undefined
}
