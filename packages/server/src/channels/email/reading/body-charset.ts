import PostalMime from 'postal-mime'
import { decodeUtf7 } from './utf-7.ts'

/** Names of UTF-7, which no browser reads any more and mail still has. */
const UTF_7 = /^(?:x-)?(?:unicode-(?:1-1|2-0)-)?utf-?7(?:-imap)?$/iu
/** What programs write that do not know better: text that is UTF-8 under these names is UTF-8. */
const CARELESS =
  /^(?:us-ascii|ascii|ansi_x3[.\w-]*|iso-?8859-?1|latin-?1|windows-1252|cp-?1252|x-unknown|unknown(?:-8bit)?|default|none|x-user-defined|binary|8bit|utf.*|uft.*)$/iu

/** The bytes of a text and the name of their character set, by what the bytes are where the name is a mistake. */
export function asWritten(
  bytes: Uint8Array,
  charset: string,
): { readonly bytes: Uint8Array; readonly charset: string } {
  const name = charset.replaceAll(/^[\s"']+|[\s"']+$/gu, '') || 'utf-8'
  if (UTF_7.test(name))
    return { bytes: Buffer.from(decodeUtf7(Buffer.from(bytes).toString('latin1'))), charset: 'utf-8' }
  if (!CARELESS.test(name)) return { bytes, charset: name }
  if (/^utf-?16/iu.test(name) || bytes.every((byte) => byte < 0x80)) return { bytes, charset: name }
  // UTF-8 with a fault in it keeps what is right; without a single right character it never was any.
  const asUtf8 = new TextDecoder().decode(bytes)
  if (!asUtf8.includes('\ufffd')) return { bytes, charset: 'utf-8' }
  const isUtf8 = /^utf/iu.test(name) && /[\u0080-\ufffc\u{10000}-\u{10ffff}]/u.test(asUtf8)
  return { bytes, charset: isUtf8 ? 'utf-8' : 'windows-1252' }
}

/**
 * Makes postal-mime read texts so. As of 4.0.0 it reads UTF-7 and unknown names as windows-1252, and believes a name that
 * the bytes contradict. It offers no option: the method of its nodes is taken.
 */
export function readBodiesAsWritten(): void {
  const nodes: object = Object.getPrototypeOf(Reflect.get(new PostalMime(), 'root'))
  const asNamed: unknown = Reflect.get(nodes, 'getTextContent')
  if (typeof asNamed !== 'function') throw new Error('postal-mime reads texts in another way than it did')
  Reflect.set(nodes, 'getTextContent', function readAsWritten(this: TextNode): unknown {
    const { params } = this.contentType.parsed
    if (this.content !== null) {
      const { bytes, charset } = asWritten(new Uint8Array(this.content), params['charset'] ?? '')
      params['charset'] = charset
      if (bytes.byteLength !== this.content.byteLength) this.content = new Uint8Array(bytes).buffer
    }
    return asNamed.call(this)
  })
}

/** Of postal-mime's nodes, what is looked at here. */
interface TextNode {
  content: ArrayBuffer | null
  readonly contentType: { readonly parsed: { readonly params: Record<string, string> } }
}
