import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'

/** The names of the values that a message takes, each once, in alphabetical order. */
export function messageValues(elements: readonly MessageFormatElement[]): string[] {
  return [...new Set(valuesOf(elements).map(({ name }) => name))].sort()
}

/** Those that it counts or writes as a number. */
export function numberValues(elements: readonly MessageFormatElement[]): string[] {
  return [...new Set(valuesOf(elements).flatMap(({ name, isNumber }) => (isNumber ? [name] : [])))].sort()
}

function valuesOf(elements: readonly MessageFormatElement[]): { readonly name: string; readonly isNumber: boolean }[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const isNumber = element.type === TYPE.number || element.type === TYPE.plural
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => valuesOf(option.value))
        : []
    return [{ name: element.value, isNumber }, ...inner]
  })
}
