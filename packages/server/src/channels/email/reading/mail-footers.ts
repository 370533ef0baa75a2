/** What programs put below what an author wrote: the line of a telephone, the footer of a mailing list. */

const MOST_FOOTER_LINES = 6

/** Where the footer begins that ends the text. */
export function footerStart(lines: readonly string[]): number | undefined {
  return listFooterStart(lines) ?? deviceLine(lines)
}

/** A rule of underscores with an address or a link below it, as mailing lists put there. */
function listFooterStart(lines: readonly string[]): number | undefined {
  const rule = lines.findLastIndex((line) => /^_{20,}\s*$/u.test(line))
  if (rule < 0) return undefined
  const after = lines.slice(rule + 1).filter((line) => line.trim() !== '')
  const isList =
    after.length <= MOST_FOOTER_LINES && after.some((line) => /^https?:\/\/\S+$|^\S+@\S+$/u.test(line.trim()))
  return isList ? rule : undefined
}

/** Words of telephones and of their mail programs: `Sent from my desk` is a person's. */
const DEVICE =
  /iphone|ipad|ipod|\bios\b|android|blackberry|samsung|galaxy|huawei|xiaomi|redmi|pixel|nokia|windows|outlook|gmail|yahoo|proton|spark|sparrow|mail\b|mobile|phone|tablet|smartphone|telefon|cellulare|κινητό|آيفون|هاتف|جوال/iu

/** `Sent from my …` as telephones say it, in the languages of the desk and their neighbours. */
const SENT_FROM = [
  /^(?:sent|get) (?:from|with|via|using|by) /iu,
  /^get outlook for /iu,
  /^inviato (?:da|dal|dalla|con) /iu,
  /^(?:wysłane|wysłano) (?:z|za pomocą|przez) /iu,
  /^(?:στάλθηκε|εστάλη) (?:από|μέσω) /iu,
  /^[أا]ُ?رسلت? (?:من|بواسطة|عبر)[ـ ]/u,
  /^(?:von|mit) .{3,40} gesendet$/iu,
  /^envoyé (?:de|depuis|à partir de) /iu,
  /^enviado (?:desde|do|de) /iu,
]

const LONGEST_DEVICE_LINE = 80

/** Stands alone at the end, and is no sentence. */
function deviceLine(lines: readonly string[]): number | undefined {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const line = (lines[last] ?? '').trim()
  if (line.length > LONGEST_DEVICE_LINE || /[,;!?]|\.$/u.test(line)) return undefined
  if ((lines[last - 1] ?? '').trim() !== '') return undefined
  return DEVICE.test(line) && SENT_FROM.some((pattern) => pattern.test(line)) ? last : undefined
}
