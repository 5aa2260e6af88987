// What a program costs that reads a JSON file whole.
const { readFileSync } = require('node:fs');

JSON.parse(readFileSync(process.argv[2], 'utf8'));
