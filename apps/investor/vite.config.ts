import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/i/',
  plugins: [react()],
  // bff puts a nonce of its own into each answer.
  html: { cspNonce: '__NONCE__' },
  // The contracts use TypeBox to write JSON Schema; the pages read the schemas only, and a cheap phone is spared the library.
  resolve: {
    alias: [
      {
        find: /^typebox$/,
        replacement: fileURLToPath(import.meta.resolve('@rmtools/contracts/json-schema')),
      },
    ],
  },
  // Inlined files would have no hashed name and break the policy for scripts.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
})
