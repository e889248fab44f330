// Serves www/ to this computer alone, on PORT or the next free port.
import { createServer } from 'node:http';
import sirv from 'sirv';

let port = Number(process.env.PORT || 8080);
const server = createServer(sirv('www', { dev: true }));
server.on('error', (error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  server.listen(++port, '127.0.0.1');
});
server.on('listening', () => console.log(`      http://127.0.0.1:${port}/`));
server.listen(port, '127.0.0.1');
