// Runs on Node 20. What the tests need beyond npm: found, or installed where that is ours to do, or asked for.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * A program that tests start. `debianPackage`: several, parted by spaces, where one alone is not enough. `unpackedIn`: its
 * package is not installed, since it would drive out another, but unpacked there. `isWhole`: what it needs beside itself is there.
 * @typedef {{ debianPackage: string, programs: string[], elsewhere: string[], variable: string, unpackedIn?: string,
 *   isWhole?: () => boolean }} Needed
 */

const UNPACKED = join(import.meta.dirname, '..', 'node_modules', '.cache', 'debian')

/** Chromium without its windows: the same pages take it little more than half of the work. @type {Needed} */
export const HEADLESS_SHELL = {
  debianPackage: 'chromium-headless-shell',
  programs: ['chromium-headless-shell'],
  elsewhere: [],
  variable: 'AVOW_CHROMIUM',
}

/** @type {Needed} */
export const CHROMIUM = {
  debianPackage: 'chromium',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  elsewhere: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  variable: 'AVOW_CHROMIUM',
}

/** Mail programs of the world outside. Their tests are skipped where they are missing. */
export const MAIL_PROGRAMS = {
  /** @type {Needed} */
  exim: {
    debianPackage: 'exim4-daemon-light',
    programs: ['exim4', 'exim'],
    elsewhere: ['/usr/sbin/exim4', '/usr/sbin/exim'],
    variable: 'AVOW_EXIM',
  },
  /** @type {Needed} */
  swaks: {
    debianPackage: 'swaks libnet-ssleay-perl',
    programs: ['swaks'],
    elsewhere: [],
    variable: 'AVOW_SWAKS',
    isWhole: () => spawnSync('perl', ['-MNet::SSLeay', '-e', '1']).status === 0,
  },
  /** @type {Needed} */
  mutt: { debianPackage: 'mutt', programs: ['mutt'], elsewhere: [], variable: 'AVOW_MUTT' },
  /** @type {Needed} */
  dovecot: {
    debianPackage: 'dovecot-imapd',
    programs: ['dovecot'],
    elsewhere: ['/usr/sbin/dovecot'],
    variable: 'AVOW_DOVECOT',
  },
  /** What puts mail that comes over LMTP into Dovecot's mailboxes. @type {Needed} */
  dovecotLmtp: {
    debianPackage: 'dovecot-lmtpd',
    programs: [],
    elsewhere: ['/usr/lib/dovecot/lmtp'],
    variable: 'AVOW_DOVECOT_LMTP',
  },
  /** Postfix's first process. Its package conflicts with exim's. @type {Needed} */
  postfix: {
    debianPackage: 'postfix',
    programs: [],
    elsewhere: ['', join(UNPACKED, 'postfix')].map((root) => `${root}/usr/lib/postfix/sbin/master`),
    variable: 'AVOW_POSTFIX',
    unpackedIn: join(UNPACKED, 'postfix'),
  },
  /** The filter, which can be given keys in a file. @type {Needed} */
  opendkim: {
    debianPackage: 'opendkim',
    programs: ['opendkim'],
    elsewhere: ['/usr/sbin/opendkim'],
    variable: 'AVOW_OPENDKIM',
  },
  /** It asks the machine's DNS for keys, and so runs in a network of its own, which ip of iproute2 wakes. @type {Needed} */
  opendkimTestmsg: {
    debianPackage: 'opendkim-tools iproute2',
    programs: ['opendkim-testmsg'],
    elsewhere: ['/usr/sbin/opendkim-testmsg'],
    variable: 'AVOW_OPENDKIM_TESTMSG',
    isWhole: () => ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some(canRun),
  },
  /** @type {Needed} */
  rspamd: { debianPackage: 'rspamd', programs: ['rspamd'], elsewhere: ['/usr/bin/rspamd'], variable: 'AVOW_RSPAMD' },
}

/** Are we on a Debian that starts no service by itself? There it is ours to install what only a test wants. */
function isContainer() {
  return existsSync('/usr/sbin/policy-rc.d')
}

/**
 * Installs the mail programs that are missing, where we are root in a container. Nobody wants a mail server on their own
 * machine for the sake of a test.
 */
export function installMailPrograms() {
  if (!isContainer()) return
  for (const program of Object.values(MAIL_PROGRAMS)) {
    try {
      findOrInstall(program)
    } catch (error) {
      console.log(`Tests with mail programs are skipped: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/**
 * The browser that tests look into pages with: the headless shell where there is one, or none but that can be installed;
 * else whatever Chromium there is. Throws an error that says what to do.
 */
export function findBrowser() {
  const there = find(HEADLESS_SHELL) ?? (isContainer() ? undefined : find(CHROMIUM))
  if (there !== undefined) return there
  try {
    return findOrInstall(HEADLESS_SHELL)
  } catch (error) {
    const other = find(CHROMIUM)
    if (other === undefined) throw error
    return other
  }
}

/**
 * The program's path: the one its variable names, the one on the path, or the one apt-get brings when we are root on
 * Debian. Throws an error that says what to do elsewhere.
 * @param {Needed} needed
 * @returns {string}
 */
export function findOrInstall(needed) {
  const found = find(needed)
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing the Debian package ${needed.debianPackage} …`)
    const failure =
      aptGet(['update']) ??
      (needed.unpackedIn === undefined
        ? install(needed.debianPackage.split(' '))
        : unpack(needed.debianPackage, needed.unpackedIn))
    const installed = find(needed)
    if (installed !== undefined) return installed
    throw new Error(`${failure ?? 'apt-get was content, but the program is not on the path'}. ${howToMend(needed)}`)
  }
  throw new Error(`${needed.programs[0] ?? needed.debianPackage} was not found. ${howToMend(needed)}`)
}

/**
 * The program's path: the one its variable names, or the one on the path.
 * @param {Needed} needed
 * @returns {string | undefined}
 */
export function find(needed) {
  if (needed.isWhole?.() === false) return undefined
  const named = process.env[needed.variable]
  if (named !== undefined && named !== '') {
    if (canRun(named)) return named
    throw new Error(`${needed.variable} names ${named}, which is not a program that can be run.`)
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders.flatMap((folder) => needed.programs.map((name) => join(folder, name))), ...needed.elsewhere].find(
    canRun,
  )
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param {string[]} packages
 * @returns {string | undefined} why it failed
 */
function install(packages) {
  return aptGet(['install', '-y', '--no-install-recommends', ...packages])
}

/**
 * Unpacks a package into a folder, without its scripts; the libraries that it needs are installed.
 * @param {string} name
 * @param {string} folder
 * @returns {string | undefined} why it failed
 */
function unpack(name, folder) {
  const { stdout } = spawnSync('apt-cache', ['depends', name], { encoding: 'utf8' })
  const libraries = [...stdout.matchAll(/^ *Depends: (lib\S+)$/gm)].map(([, library = '']) => library)
  const download = mkdtempSync(join(tmpdir(), 'avow-debian-'))
  try {
    const failure = install(libraries) ?? aptGet(['download', name], download)
    if (failure !== undefined) return failure
    mkdirSync(folder, { recursive: true })
    for (const file of readdirSync(download)) {
      const { status, stderr } = spawnSync('dpkg', ['-x', join(download, file), folder], { encoding: 'utf8' })
      if (status !== 0) return `dpkg could not unpack ${file}: ${stderr.trim()}`
    }
    return undefined
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
}

/**
 * @param {string[]} args
 * @param {string} [folder] where it is started
 * @returns {string | undefined} why it failed
 */
function aptGet(args, folder = '.') {
  const { status, error, stderr } = spawnSync('apt-get', ['-qq', ...args], {
    cwd: folder,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (error) return `apt-get could not be started (${error.message})`
  return status === 0 ? undefined : `apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`
}

/** @param {Needed} needed */
function howToMend(needed) {
  return (
    `Install it (on Debian: sudo apt-get install ${needed.debianPackage}), or set ${needed.variable} to the program's path` +
    (needed.variable === CHROMIUM.variable ? ', or set AVOW_BROWSER_TESTS=0 to leave the browser tests out.' : '.')
  )
}
