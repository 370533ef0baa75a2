// Runs on Node 20. What the tests need beyond npm: found, or installed where that is ours to do, or asked for.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * A program that tests start.
 * @typedef {{ debianPackage: string, programs: string[], elsewhere: string[], variable: string }} Needed
 */

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
  swaks: { debianPackage: 'swaks', programs: ['swaks'], elsewhere: [], variable: 'AVOW_SWAKS' },
  /** @type {Needed} */
  mutt: { debianPackage: 'mutt', programs: ['mutt'], elsewhere: [], variable: 'AVOW_MUTT' },
  /** @type {Needed} */
  dovecot: {
    debianPackage: 'dovecot-imapd',
    programs: ['dovecot'],
    elsewhere: ['/usr/sbin/dovecot'],
    variable: 'AVOW_DOVECOT',
  },
}

/**
 * Installs the mail programs that are missing, where we are root on a Debian that starts no service by itself: a
 * container. Nobody wants a mail server on their own machine for the sake of a test.
 */
export function installMailPrograms() {
  if (!existsSync('/usr/sbin/policy-rc.d')) return
  for (const program of Object.values(MAIL_PROGRAMS)) {
    try {
      findOrInstall(program)
    } catch (error) {
      console.log(`Tests with mail programs are skipped: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
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
    const failure = aptGet(['update']) ?? aptGet(['install', '-y', '--no-install-recommends', needed.debianPackage])
    const installed = find(needed)
    if (installed !== undefined) return installed
    throw new Error(`${failure ?? 'apt-get was content, but the program is not on the path'}. ${howToMend(needed)}`)
  }
  throw new Error(`${needed.programs[0]} was not found. ${howToMend(needed)}`)
}

/**
 * The program's path: the one its variable names, or the one on the path.
 * @param {Needed} needed
 * @returns {string | undefined}
 */
export function find(needed) {
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
 * @param {string[]} args
 * @returns {string | undefined} why it failed
 */
function aptGet(args) {
  const { status, error, stderr } = spawnSync('apt-get', ['-qq', ...args], {
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
    (needed === CHROMIUM ? ', or set AVOW_BROWSER_TESTS=0 to leave the browser tests out.' : '.')
  )
}
