import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  // bff puts a new nonce into each answer.
  html: { cspNonce: '__NONCE__' },
  // Inlined files would have no hashed name and violate the script policy.
  build: { target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, manifest: true },
})
