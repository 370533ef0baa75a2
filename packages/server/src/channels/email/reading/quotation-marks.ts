import { withoutBidiControls } from './clean-text.ts'

/** `Maria wrote:` as mail programs put it above what they quote, in the languages of the desk and their neighbours. */
const ATTRIBUTIONS = [
  /^On\s.{4,300}[\s>]wrote:$/u,
  /^.{3,200}<[^<>@\s]+@[^<>\s]+>\s?wrote:$/u,
  /^(?:Il|In data|Am|Le|El|Em|Op)\s.{4,300}\s(?:ha scritto|schrieb.{0,120}|a écrit|escribió|escreveu|schreef.{0,120})\s?:$/u,
  /^.{4,300}\snapisał(?:a|o|\(a\))?:$/u,
  /^(?:Στις|Την|Τη|Το|Τον)\s.{4,300}\sέγραψε:$/u,
  /^.{4,300}\s(?:написала?|написав|писала?|пише|пишет):$/u,
  // In any language: a date, an hour and an address, which nobody types in that order before a colon.
  /^(?=.{0,60}\d{1,2}:\d{2}).{10,300}<[^<>@\s]+@[^<>\s]+>\s?:$/u,
  /^-{2,} On .{4,300}\swrote:$/u,
  /^(?:في|بتاريخ|يوم)\s.{4,300}\s(?:كتبت?|تمت كتابة ما يلي بواسطة)(?:\s.{0,200})?:$/u,
]

const MOST_ATTRIBUTION_LINES = 4

/**
 * The first line of an attribution that ends with the line at `last`, or undefined. Programs break a long one over
 * several lines; each holds a date, so a sentence such as `as he wrote:` is none.
 */
export function attributionStart(lines: readonly string[], last: number): number | undefined {
  let text = ''
  for (let first = last; first >= 0 && last - first < MOST_ATTRIBUTION_LINES; first--) {
    const line = withoutBidiControls(lines[first] ?? '')
      .replace(/[\u200e\u200f\u202f\u00a0]/gu, ' ')
      .trim()
    if (line === '') return undefined
    text = `${line} ${text}`.trim()
    if (text.length > 400) return undefined
    if (/\p{Nd}/u.test(text) && ATTRIBUTIONS.some((pattern) => pattern.test(text))) return first
  }
  return undefined
}

/** An attribution that no person types: it names both the hour and the address. */
export function namesHourAndAddress(text: string): boolean {
  return /\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(text) && /[^\s<>@]@[^\s<>@]/u.test(text)
}

const ORIGINAL =
  /^-{3,}\s?(?:original message|messaggio originale|oryginalna wiadomość|wiadomość oryginalna|αρχικό μήνυμα|الرسالة الأصلية|ursprüngliche nachricht|message d'origine|mensaje original)\s?-{3,}$/iu

/** `-----Original Message-----`, which ends what an author wrote in programs that quote without a mark. */
export function isOriginalMessageLine(line: string): boolean {
  return ORIGINAL.test(withoutBidiControls(line).trim())
}

const FORWARDED =
  /forwarded message|begin forwarded|inoltrat|przekazan|προωθημέν|رسالة محو|weitergeleitet|transféré|reenviado/iu

/** Places in the list below. */
const [FROM, DATE, TO, SUBJECT] = [0, 1, 2, 3]

const LABELS = [
  ['from', 'da', 'od', 'από', 'من', 'von', 'de', 'от', 'від'],
  [
    'sent',
    'date',
    'inviato',
    'data',
    'wysłano',
    'στάλθηκε',
    'ημερομηνία',
    'تاريخ الإرسال',
    'التاريخ',
    'أُرسلت',
    'gesendet',
    'отправлено',
    'дата',
  ],
  ['to', 'a', 'do', 'προς', 'إلى', 'an', 'para', 'кому'],
  ['subject', 'oggetto', 'temat', 'θέμα', 'الموضوع', 'betreff', 'objet', 'asunto', 'тема'],
]

/** Of mails alone: nobody writes of a journey when it was sent. */
const SENT = /^\**(?:sent|inviato|wysłano|στάλθηκε|أُرسلت|تاريخ الإرسال|gesendet|отправлено)\s?:/iu

/**
 * Whether the lines from `first` are the header lines that some programs put above a quoted mail. From, date and subject
 * must be there, or from, to and when it was sent: a traveller who writes from, to and date has no subject. Those of a forwarded mail are not: it is what the author wanted to show.
 */
export function isHeaderBlock(lines: readonly string[], first: number): boolean {
  if (labelOf(lines[first] ?? '') === undefined) return false
  if (lines.slice(Math.max(0, first - 3), first).some((line) => FORWARDED.test(line))) return false
  const block = lines.slice(first, first + 6)
  const end = block.findIndex((line) => line.trim() === '')
  const labels = new Set(block.slice(0, end < 0 ? undefined : end).map(labelOf))
  labels.delete(undefined)
  const isSent = block.some((line) => SENT.test(withoutBidiControls(line).trim()))
  return [FROM, DATE, isSent ? TO : SUBJECT].every((label) => labels.has(label))
}

function labelOf(line: string): number | undefined {
  const label = /^\**([\p{L}\p{M} ]{1,20}?)\s?:\**\s/u.exec(`${withoutBidiControls(line).trim()} `)?.[1]?.toLowerCase()
  const place = LABELS.findIndex((words) => label !== undefined && words.includes(label))
  return place < 0 ? undefined : place
}
