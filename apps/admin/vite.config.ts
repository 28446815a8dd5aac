import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  // bff puts a nonce of its own into each answer.
  html: { cspNonce: '__NONCE__' },
  // Inlined files would have no hashed name and break the policy for scripts.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
})
