/** What somebody typed where addresses are asked for. */
export interface TypedAddresses {
  /** Each once, whatever the case of its letters. */
  readonly addresses: readonly string[]
  /** What is none, as it was typed. */
  readonly wrong: readonly string[]
}

const ADDRESS = /^[^\s@,;<>"()]{1,64}@[^\s@,;<>"()]+\.[^\s@,;<>"().]+$/u

/**
 * Addresses parted by commas, semicolons or spaces, as they are typed or pasted, with names (`Pat <pat@parts.example>`) or
 * without. The server looks more closely.
 */
export function readAddresses(typed: string): TypedAddresses {
  const found = new Map<string, string>()
  const wrong: string[] = []
  for (const part of typed.split(/[,;\n\u060c\u061b]/u)) {
    const named = /<([^<>]*)>\s*$/u.exec(part)?.[1]
    const words = (named ?? part).split(/\s+/u).filter((word) => word !== '')
    const addresses = words.filter((word) => ADDRESS.test(word))
    if (words.length > 0 && addresses.length !== words.length) wrong.push(part.trim())
    else for (const address of addresses) found.set(address.toLowerCase(), address)
  }
  return { addresses: [...found.values()], wrong }
}
