const NAMES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  20127: 'windows-1252',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  50222: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The character set of a Windows code page, as TextDecoder names it; undefined for one that it does not know. */
export function codePage(number: number): string | undefined {
  if (number >= 1250 && number <= 1258) return `windows-${number}`
  // ISO 8859-12 never came about.
  if (number > 28_590 && number <= 28_606 && number !== 28_602) return `iso-8859-${number - 28_590}`
  return NAMES[number]
}
