/**
 * What may go along with an answer or a note, for the desk's pages and the server alike, in one place.
 *
 * In a mail a file grows: base64 makes 78 bytes of 57. Common servers take mails of 20 MB (Exchange Online) or 25 MB (Gmail) as
 * they are on the wire; 14 MB of files are 19.2 MB there, and leave room for the words.
 */
export const FILE_LIMITS = {
  /** Files of one message. */
  most: 20,
  /** Bytes of one file: it comes as one request, which has a minute, also on a line of 1.5 Mbit/s. */
  each: 10_000_000,
  /** Bytes of all files of one message. */
  together: 14_000_000,
} as const

/**
 * Endings that Windows, or a program that is everywhere, runs when they are opened: mail servers send such mail back
 * (Gmail's and Outlook's published lists), so it is refused before anybody waits for it.
 */
const REFUSED_ENDINGS: ReadonlySet<string> = new Set(
  (
    'ade adp apk app appref-ms appx appxbundle asp aspx bas bat cab cer chm cmd cnt cpl com crt csh der diagcab dll dmg ex ex_ ' +
    'exe fxp gadget grp hlp hpj hta img inf ins ipsw iso isp its jar jnlp js jse ksh lib library-ms lnk mad maf mag mam maq mar ' +
    'mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msi msix msixbundle msp mst msu nsh ops osd ' +
    'pcd pif pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst reg scf scr sct settingcontent-ms shb ' +
    'shs sys theme tmp url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd webpnp website wim ws wsb wsc wsf wsh xbap xll xnk'
  ).split(' '),
)

/** Why one file cannot go along: it has nothing in it, is too large, or of a kind that mail servers refuse. */
export type FileFault = 'empty' | 'large' | 'kind'

/** What is wrong with a file of this name and size (bytes), as far as these tell. What an archive holds is not looked at. */
export function faultOfFile({ name, size }: { readonly name: string; readonly size: number }): FileFault | undefined {
  if (isRefusedKind(name)) return 'kind'
  if (size === 0) return 'empty'
  return size > FILE_LIMITS.each ? 'large' : undefined
}

/** Why files cannot go along together: too many, or too large. */
export function faultOfFiles(files: readonly { readonly size: number }[]): 'many' | 'large' | undefined {
  if (files.length > FILE_LIMITS.most) return 'many'
  return files.reduce((sum, { size }) => sum + size, 0) > FILE_LIMITS.together ? 'large' : undefined
}

/** By its ending as Windows reads it: without the dots and spaces behind it, which are not kept there. */
function isRefusedKind(name: string): boolean {
  const ending = /\.([^.]*)$/u.exec(name.replace(/[.\s\p{Cc}\p{Cf}]+$/u, ''))?.[1] ?? ''
  return REFUSED_ENDINGS.has(ending.replace(/[\s\p{Cc}\p{Cf}]/gu, '').toLowerCase())
}
