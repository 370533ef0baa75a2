import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * `virtual:routes`: the contract's table of routes without its shapes. The page knows those as types; the checking is
 * the server's, and the page need not carry it.
 */
function routesWithoutShapes(): Plugin {
  return {
    name: 'routes-without-shapes',
    resolveId: (id) => (id === 'virtual:routes' ? '\0virtual:routes' : null),
    async load(id) {
      if (id !== '\0virtual:routes') return null
      const { ROUTES } = await import('@avow/contract')
      const table = Object.fromEntries(
        Object.entries(ROUTES).map(([name, { method, path }]) => [name, { method, path }]),
      )
      return `export const ROUTES = ${JSON.stringify(table)}`
    },
  }
}

export default defineConfig({
  base: '/desk/',
  plugins: [react(), routesWithoutShapes()],
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Fonts and pictures stay files: the page's policy allows no data: beyond pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Their files do nothing by being read: of the contract a page carries the words that it says, not the shapes.
      treeshake: { moduleSideEffects: (id) => !/[/]packages[/](?:contract|core)[/]/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            // What most screens need comes as one file, not as thirty that wait for each other.
            {
              name: 'desk',
              minShareCount: 3,
              test: (id) => !/messages\/[a-z]{2}\/|node_modules\/(?:react-)?aria/.test(id),
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env['AVOW_SERVER'] ?? 'http://127.0.0.1:8080' },
  },
})
