export { ErrorBoundary, Root as default } from '../src/shell/Root.tsx'
