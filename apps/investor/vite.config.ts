import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/i/',
  plugins: [react()],
  // bff puts a new nonce into each answer.
  html: { cspNonce: '__NONCE__' },
  // The contracts use TypeBox to write JSON Schema; the pages only read the schemas, which spares
  // cheap phones the library.
  resolve: {
    alias: [
      {
        find: /^typebox$/,
        replacement: fileURLToPath(import.meta.resolve('@rmtools/contracts/json-schema')),
      },
    ],
  },
  // Inlined files would have no hashed name and violate the script policy.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
})
