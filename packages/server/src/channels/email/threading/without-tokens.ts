/** Any token of ours in an address, a customer’s, a colleague’s or a forward’s, wherever it stands in a text. */
const TOKEN = /\+(?:\d{1,15}|f\d{1,15}|s\d{1,15}-[0-9a-z]{1,8}-[0-9a-z]{1,6})-[a-z2-7]{16}(?=@)/giu

/** A text in which addresses of ours have lost what makes them keys: whoever reads it finds the plain mailbox. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, '')
}
