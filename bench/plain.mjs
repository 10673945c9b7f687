// The least that a Node server can do: send bytes that it holds. Started by servers.mjs.
import { createServer } from "node:http";
import { answerParent } from "./child.mjs";

let answer = { headers: {}, body: Buffer.alloc(0) };

const server = createServer((_request, response) => {
  response.writeHead(200, answer.headers);
  response.end(answer.body);
});
server.keepAliveTimeout = 65_000;
await new Promise((resolve) => server.listen(Number(process.env.PORT), "127.0.0.1", resolve));
answerParent((message) => {
  answer = { headers: message.headers, body: Buffer.from(message.body) };
});
