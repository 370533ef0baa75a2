/** Mails that try to stop whoever reads them: attacks 31, 32 and 33 of the list of what is tried. */

const FROM = 'From: Eve <eve@evil.example>\r\nTo: support@care.example\r\nSubject: hostile\r\n'
const part = (type: string, body: string, more = ''): string =>
  `${FROM}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`
const html = (body: string): string => part('text/html; charset=utf-8', body)
const file = (type: string, body: string, encoding = 'base64'): string =>
  part(
    'multipart/mixed; boundary=b',
    `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--b--`,
  )
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('')

/** Attack 31: the shape of a mail. */
export const MISSHAPEN: Readonly<Record<string, string>> = {
  'parts 2,000 deep': part(
    'multipart/mixed; boundary=b0',
    lines(2000, (at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`),
  ),
  '100,000 parts': part(
    'multipart/mixed; boundary=b',
    lines(100_000, () => '--b\r\n\r\nx\r\n'),
  ),
  'a header line of 5 MB': `${FROM}X-Long: ${'x'.repeat(5_000_000)}\r\n\r\nhi\r\n`,
  '100,000 header lines': `${FROM}${lines(100_000, (at) => `X-${at}: ${at}\r\n`)}\r\nhi\r\n`,
  '200,000 recipients': `From: eve@evil.example\r\nTo: ${lines(200_000, (at) => `r${at}@a.example,\r\n `)}x@a.example\r\n\r\nhi\r\n`,
  'a boundary that is named and never comes': part('multipart/mixed; boundary=never', 'hi'),
  'a multipart without a boundary': part('multipart/mixed', '--b\r\n\r\nhi\r\n--b--'),
  'a boundary that is empty': part('multipart/mixed; boundary=""', '--\r\n\r\nhi\r\n----'),
  'a character set that is none': part('text/plain; charset=x-klingon', 'caf\u00e9'),
  'UTF-7 that would be a script': html('')
    .replace('utf-8', 'utf-7')
    .concat('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  'NUL everywhere': `From: e\0ve@evil.example\r\nSubject: a\0b\r\n\r\n\0hi\0\r\n`,
  'base64 that is none': file('application/pdf; name=a.pdf', '!!!!=====\0\u00ff'),
  'quoted-printable that is none': part(
    'text/plain',
    '=ZZ=\r\n==3=',
    'Content-Transfer-Encoding: quoted-printable\r\n',
  ),
  'an encoding that is none': file('application/pdf', 'x', 'rot13'),
  'a broken winmail.dat': file(
    'application/ms-tnef; name=winmail.dat',
    Buffer.from('789f3e220100018007000600ffffffff', 'hex').toString('base64'),
  ),
  'a calendar that is none': file(
    'text/calendar; method=REQUEST',
    Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:9').toString('base64'),
  ),
  'mails in mails, 300 deep': `${FROM}${lines(300, () => 'Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n')}\r\nhi\r\n`,
  'half a mail': part('multipart/mixed; boundary=b', '--b\r\nContent-Type: applicat'),
  'no header': 'hi',
  'no body': FROM,
  'names of the language': `__proto__: x\r\nconstructor: y\r\nFrom: eve@evil.example\r\nContent-Type: text/plain; __proto__=x\r\n\r\nhi\r\n`,
}

/** Attack 32: what patterns take long over. */
export const TIRING: Readonly<Record<string, string>> = {
  'an address of open brackets': `From: ${'<'.repeat(100_000)}\r\nTo: ${'('.repeat(100_000)}\r\n\r\nhi\r\n`,
  'an address of quotation marks': `From: ${'"a" '.repeat(50_000)}<eve@evil.example>\r\n\r\nhi\r\n`,
  'groups in groups': `From: eve@evil.example\r\nTo: ${'a:'.repeat(50_000)};\r\n\r\nhi\r\n`,
  'encoded words without end': `From: eve@evil.example\r\nSubject: ${'=?utf-8?Q?='.repeat(50_000)}\r\n\r\nhi\r\n`,
  'references without end': `From: eve@evil.example\r\nReferences: ${'<a@b.example> '.repeat(50_000)}${'<'.repeat(50_000)}\r\n\r\nhi\r\n`,
  'parameters without end': part(`text/plain; ${lines(20_000, (at) => `a*${at}*=%41; `)}`, 'hi'),
  'addresses that nearly are': `${FROM}\r\n${'http://a'.repeat(50_000)} ${`${'a.'.repeat(50_000)}@`}\r\n`,
  'quotations without end': `${FROM}\r\n${'> '.repeat(100_000)}\r\n${lines(50_000, () => '>\r\n')}`,
  'attributions without end': `${FROM}\r\n${lines(20_000, () => 'On Mon, 5 Jan 2026 at 10:00, a@b.example wrote:\r\n')}`,
  'signatures without end': `${FROM}\r\n${lines(50_000, () => '-- \r\n')}`,
  'headers of quoted mails without end': `${FROM}\r\n${lines(20_000, () => 'From: a\r\nSent: b\r\n')}`,
  'a line of blanks': `${FROM}\r\n${' '.repeat(1_000_000)}x\r\n`,
}

/** Attack 33: HTML that is deep, large or one line. */
export const HEAVY_HTML: Readonly<Record<string, string>> = {
  '20,000 open elements': html('<div>'.repeat(20_000)),
  '600,000 open elements': html('<b>'.repeat(600_000)),
  '200,000 closing tags that close nothing': html(`${'<i>'.repeat(2000)}${'</p>'.repeat(200_000)}`),
  'a style of 1 MB': html(`<p style="${'color:red;'.repeat(100_000)}">x</p>`),
  'a sheet of 2 MB': html(`<style>${'a{b:c}'.repeat(350_000)}</style><p>x</p>`),
  'one line of 1 MB': html('x'.repeat(1_000_000)),
  'one word of tables': html('<table><tr><td>'.repeat(20_000)),
  '50,000 attributes': html(`<p ${lines(50_000, (at) => `a${at}=b `)}>x</p>`),
  'entities without end': html('&amp;#x26;'.repeat(100_000)),
  'comments that never end': html('<!--'.repeat(200_000)),
  '10,000 pictures': html(lines(10_000, (at) => `<img src="https://evil.example/${at}.gif">`)),
}
