interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * Optional packages that a lock names but does not hold. npm drops one from the lock when the registry lacks it on the
 * day of `npm install`, and `npm ci` then refuses the whole lock.
 */
export function checkLock(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockedPackage>> }
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages))
      .map(
        (name) =>
          `package-lock.json  ${path || 'package.json'} wants ${name}, which the lock lacks, so that "npm ci" refuses it. ` +
          'Take a version whose platform packages are all in the registry.',
      ),
  )
}
