import { withoutBidiControls } from './clean-text.ts'

const TO_BE_OPENED = ['http:', 'https:', 'mailto:', 'tel:']
const MOST_LENGTH = 4000

/**
 * The address of a link as the one reader of addresses understands it, or undefined where a click should do nothing:
 * no scheme that runs something, nothing relative (a mail stands nowhere), no control characters to mislead a scheme.
 */
export function safeAddress(written: string, schemes: readonly string[] = TO_BE_OPENED): string | undefined {
  const address = withoutBidiControls(written).trim()
  if (address.length > MOST_LENGTH || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return schemes.includes(url.protocol) ? url.href : undefined
}
