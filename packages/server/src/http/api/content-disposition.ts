/** Signs that a file name cannot have anywhere, or that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNFIT = /[\u0000-\u001f\u007f-\u009f"*/:<>?\\|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const LONGEST = 150

/** `attachment` with a name that is safe to save under, in both ways of RFC 6266: for old clients in ASCII, for all in UTF-8. */
export function contentDisposition(fileName: string): string {
  const name = safeName(fileName)
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/[%;]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encode(name)}`
}

/** A name without what leads elsewhere: no path, no hidden file, nothing that is not seen. */
export function safeName(fileName: string): string {
  const name = [...fileName.toWellFormed().replace(UNFIT, '_')]
    .slice(-LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return name === '' ? 'file' : name
}

/** RFC 8187: encodeURIComponent leaves signs that an ext-value does not have. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
