// npm's openai, driven from outside: a JSON call on each line of standard input, what the client made of it as JSON on a line of
// standard output. Nothing is judged here.
import readline from 'node:readline';
import OpenAI, { toFile } from 'openai';

const calls = {
  upload: async (client, { fileName, content, purpose }) =>
    whole(client.files.create({ file: await toFile(Buffer.from(content, 'base64'), fileName), purpose })),
  retrieve: (client, { id }) => whole(client.files.retrieve(id)),
  listFiles: async (client, { query }) => {
    const { data, request_id } = await client.files.list(query).withResponse();
    return { status: 200, body: { object: 'list', data: data.data, has_more: data.has_more }, requestId: request_id };
  },
  listAllFiles: async (client, { limit }) => {
    const files = [];
    for await (const file of client.files.list({ limit })) files.push(file);
    return { status: 200, body: { data: files } };
  },
  delete: (client, { id }) => whole(client.files.delete(id)),
  content: async (client, { id }) => {
    const response = await client.files.content(id);
    return { status: response.status, content: await response.text(), requestId: response.headers.get('x-request-id') };
  },
  chat: async (client, { body }) => {
    if (!body.stream) return whole(client.chat.completions.create(body));
    const { data, request_id } = await client.chat.completions.create(body).withResponse();
    const chunks = [];
    for await (const chunk of data) chunks.push(chunk);
    return { status: 200, chunks, requestId: request_id };
  },
  listModels: async (client) => {
    const { data, request_id } = await client.models.list().withResponse();
    return { status: 200, body: { object: data.object, data: data.data }, requestId: request_id };
  },
  retrieveModel: (client, { id }) => whole(client.models.retrieve(id)),
};

async function whole(promise) {
  const { data, response, request_id } = await promise.withResponse();
  return { status: response.status, body: data, requestId: request_id };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { op, baseURL, apiKey, ...call } = JSON.parse(line);
  let reply;
  try {
    reply = await calls[op](new OpenAI({ baseURL, apiKey, maxRetries: 0 }), call);
  } catch (error) {
    if (!(error instanceof OpenAI.APIError)) throw error;
    reply = { status: error.status ?? 200, body: { error: error.error }, requestId: error.requestID, thrown: error.constructor.name, message: error.message };
  }
  console.log(JSON.stringify(reply));
}
