/** Deeper nesting is flattened. Long threads reach some 150; browsers flatten at 512. */
export const MOST_HTML_DEPTH = 256

/** What a mail may be made of: text, tables, pictures and links. Nothing that takes input, plays, embeds or styles a page. */
export const TAGS = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'big', 'blockquote', 'br', 'caption', 'center', 'cite'],
  ...['code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'main', 'mark', 'nav', 'ol'],
  ...['p', 'pre', 'q', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody'],
  ...['td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'],
]

/** Elements whose text nobody was meant to read; of all others that are not allowed the text stays. */
export const UNSEEN = ['script', 'style', 'textarea', 'option', 'xmp', 'title']

const LENGTH = /^\d{1,5}(?:\.\d{1,4})?(?:px|%)?$/iu
const COUNT = /^\d{1,4}$/u
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30})$/iu
const VERTICAL = /^(?:top|middle|bottom|baseline)$/iu

const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  dir: /^(?:ltr|rtl|auto)$/iu,
  lang: /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}$/iu,
  title: /^[^\p{Cc}]{1,500}$/u,
  align: /^(?:left|right|center|justify)$/iu,
  // Judged property by property, below; a longer one draws something.
  style: /^[^\\<>]{1,4000}$/u,
}

const CELL = { width: LENGTH, height: LENGTH, colspan: COUNT, rowspan: COUNT, valign: VERTICAL, bgcolor: COLOUR }

const BY_TAG: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  table: { width: LENGTH, height: LENGTH, border: COUNT, cellpadding: COUNT, cellspacing: COUNT, bgcolor: COLOUR },
  td: CELL,
  th: CELL,
  tr: { height: LENGTH, valign: VERTICAL, bgcolor: COLOUR },
  col: { width: LENGTH, span: COUNT },
  colgroup: { width: LENGTH, span: COUNT },
  font: { color: COLOUR, face: /^[\p{L}\p{N} ,'-]{1,200}$/u, size: /^[+-]?\d$/u },
  img: { width: LENGTH, height: LENGTH, alt: /^[^\p{Cc}]{0,2000}$/u },
  ol: { start: /^-?\d{1,6}$/u, type: /^[1aAiI]$/u },
  li: { value: /^-?\d{1,6}$/u },
}

/** Attributes that are what they are wherever they stand: direction, language, measures. No name, id, class or handler. */
export function allowedAttributes(tag: string, attributes: Readonly<Record<string, string>>): Record<string, string> {
  const allowed = Object.entries(attributes).filter(([name, value]) => {
    const rule = ownRule(EVERYWHERE, name) ?? ownRule(BY_TAG[tag] ?? {}, name)
    return rule?.test(value) === true
  })
  return Object.fromEntries(allowed)
}

function ownRule(rules: Readonly<Record<string, RegExp>>, name: string): RegExp | undefined {
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}

const CSS_COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]{3,30}|(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\))$/iu
const CSS_LENGTH = String.raw`(?:0|\d{1,5}(?:\.\d{1,4})?(?:px|pt|em|rem|ex|ch|cm|mm|in|pc|%)?|auto|inherit|normal)`
const CSS_SIZE = new RegExp(`^${CSS_LENGTH}$`, 'iu')
const CSS_SIZES = new RegExp(`^${CSS_LENGTH}(?:\\s+${CSS_LENGTH}){0,3}$`, 'iu')
const CSS_BORDER = new RegExp(
  `^(?:(?:${CSS_LENGTH}|none|hidden|solid|dashed|dotted|double|groove|ridge|inset|outset|thin|medium|thick|initial|` +
    `windowtext|[a-z]{3,20}|#[0-9a-f]{3,8}|rgba?\\([\\d\\s.,%/]{1,60}\\))(?:\\s+|$)){1,3}$`,
  'iu',
)

const sides = (name: string, end = ''): string[] =>
  ['top', 'right', 'bottom', 'left', 'inline-start', 'inline-end'].map((side) => `${name}-${side}${end}`)

const rule = (names: readonly string[], ...patterns: RegExp[]): [string, RegExp[]][] =>
  names.map((name) => [name, patterns])

/**
 * Style properties and the values that they may have. None takes an address, none lifts a thing out of its place
 * (position, transform, negative margin) or turns text round (unicode-bidi).
 */
export const STYLES: Record<string, RegExp[]> = Object.fromEntries([
  ...rule(['color', 'background-color', 'background', 'border-color'], CSS_COLOUR),
  ...rule(['font-size'], CSS_SIZE, /^(?:xx?-small|small|smaller|medium|large|larger|xx?-large)$/iu),
  ...rule(['font-family'], /^[\p{L}\p{N}\s,.'"-]{1,300}$/u),
  ...rule(['font-style'], /^(?:normal|italic|oblique)$/iu),
  ...rule(['font-weight'], /^(?:normal|bold|bolder|lighter|[1-9]00)$/iu),
  ...rule(['text-align'], /^(?:left|right|center|justify|start|end)$/iu),
  ...rule(['text-decoration', 'text-decoration-line'], /^(?:none|underline|line-through|overline)$/iu),
  ...rule(['text-transform'], /^(?:none|uppercase|lowercase|capitalize)$/iu),
  ...rule(['direction'], /^(?:ltr|rtl)$/iu),
  ...rule(['display'], /^(?:block|inline|inline-block|none|table|table-(?:row|cell|row-group)|list-item)$/iu),
  ...rule(['float'], /^(?:left|right|none|inline-start|inline-end)$/iu),
  ...rule(['clear'], /^(?:left|right|both|none)$/iu),
  ...rule(['vertical-align'], /^(?:top|middle|bottom|baseline|sub|super|text-top|text-bottom)$/iu),
  ...rule(['white-space'], /^(?:normal|nowrap|pre|pre-wrap|pre-line)$/iu),
  ...rule(['word-break', 'overflow-wrap', 'word-wrap'], /^(?:normal|break-all|break-word|keep-all|anywhere)$/iu),
  ...rule(['list-style-type', 'list-style'], /^(?:none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|roman))$/iu),
  ...rule(['border-collapse'], /^(?:collapse|separate)$/iu),
  ...rule(['width', 'height', 'max-width', 'min-width', 'max-height', 'min-height'], CSS_SIZE, /^none$/iu),
  ...rule(['line-height', 'letter-spacing', 'text-indent'], CSS_SIZE),
  ...rule(['margin', 'padding', 'border-width', 'border-spacing', 'border-radius'], CSS_SIZES),
  ...rule([...sides('margin'), ...sides('padding'), ...sides('border', '-width')], CSS_SIZE),
  ...rule(['border', ...sides('border')], CSS_BORDER),
  ...rule(['border-style', ...sides('border', '-style')], /^(?:none|solid|dashed|dotted|double)$/iu),
  ...rule(sides('border', '-color'), CSS_COLOUR),
])
