export { ErrorBoundary, Root as default } from '../src/app/Root.tsx'
