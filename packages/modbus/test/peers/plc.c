/*
 * A programmable controller with the manners of real ones, on libmodbus: an independent peer for the tests.
 *
 *   plc tcp PORT LOG [--units=1,2] [--gateway] [--connections=N]      listens on 127.0.0.1; PORT 0 takes a free one
 *   plc rtu DEVICE BAUD PARITY UNIT LOG
 *
 * Prints "ready PORT" when it can be asked. Every write that it was asked for and did not refuse is a line of LOG:
 * function, address and values, so that what was written is known from somewhere else than the protocol. Units answered for are 1
 * unless told; another unit is met with silence, or with exception 0B by a gateway.
 *
 * Holding registers
 *      0..99   plain, each 1000 plus its address at first
 *     100      read-only (exception 2 on a write): 4660
 *     101      takes 0 to 100 (exception 3 otherwise)
 *     102      keeps multiples of 10, rounded down
 *     103      keeps 500 instead of more
 *     104      command: reads 0 again as soon as it was written; 105 counts the commands
 *     106      interlocked: takes values only while coil 0 is on (exception 4)
 *     107      acknowledges writes and forgets them
 *     108,109  one number of 32 bits: only written together (exception 3)
 *     110      counts how often it was read
 *     111      write-only (exception 2 on a read)
 *     112      commit: reads 0 again; 113 counts how often 1 was written
 *     114      slow: answers exception 5, has the value 300 ms later
 *     115      takes values only while coil 1 is off (exception 4)
 *     120..129 hole: exception 2
 *     130..199 and 300..1999 plain, 0 at first
 * Faults, armed by writing them; such writes are neither logged nor counted
 *     200      this many requests are answered "busy" (exception 6)
 *     201      this many writes are answered "acknowledge" (exception 5) and take effect 300 ms later
 *     202      the next request is answered this many ms late
 *     203      this many requests are met with the end of the connection, before they are carried out
 *     204      this many requests are met with the end of the connection, after they were carried out
 *     205      this many writes are acknowledged and forgotten
 *     206      1: the connection ends after each reply
 *     207      every request is answered this many ms late
 *     208      this many writes are met with the end of the connection, before they are carried out
 *     209      this many writes are met with the end of the connection, after they were carried out
 * Witnesses, read-only; numbers of 32 bits, high word first
 *     210,211  writes carried out        212,213  registers and coils written
 *     214,215  requests to read          216,217  connections accepted       218  connections now    219  most at once
 * Input registers 0..9: 500 plus the address. Discrete inputs 0..15: the odd ones are on.
 * Coils 0..31: 0 is on at first, the others are off; coil 31 is read-only.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <modbus.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { REGISTERS = 2000, COILS = 32, SLOW_MS = 300, MOST_CONNECTIONS = 64 };

enum {
  READ_ONLY = 100, RANGED = 101, QUANTISED = 102, CLAMPED = 103, COMMAND = 104, COMMANDS = 105, INTERLOCKED = 106, FORGETFUL = 107,
  PAIR = 108, VOLATILE = 110, WRITE_ONLY = 111, COMMIT = 112, COMMITS = 113, SLOW = 114, GUARDED = 115, HOLE = 120, HOLE_END = 130,
  BUSY = 200, ACKNOWLEDGE = 201, DELAY_ONCE = 202, DROP_BEFORE = 203, DROP_AFTER = 204, FORGET = 205, CLOSE_AFTER = 206, DELAY = 207,
  DROP_WRITE_BEFORE = 208, DROP_WRITE_AFTER = 209,
  FAULTS = 200, FAULTS_END = 210, WRITES = 210, WRITTEN = 212, READS = 214, ACCEPTED = 216, OPEN_NOW = 218, OPEN_MOST = 219,
  WITNESSES_END = 220
};

typedef struct {
  int code, address, count;            /* what is written, or else read */
  int read_address, read_count;        /* what is read, when something is */
  int writes, bits;
} Request;

static modbus_t *context;
static modbus_mapping_t *memory;
static FILE *record;
static int units[16] = {1}, unit_count = 1, is_gateway;
static int late_address = -1, late_count;
static uint16_t late_values[256];
static long long late_at;

static long long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int word(const uint8_t *at) { return at[0] << 8 | at[1]; }

static void add(int address, int amount) {
  uint16_t *at = memory->tab_registers + address;
  uint32_t sum = ((uint32_t)at[0] << 16 | at[1]) + amount;
  at[0] = sum >> 16;
  at[1] = sum & 0xffff;
}

static Request parse(const uint8_t *pdu) {
  Request request = {.code = pdu[0], .address = word(pdu + 1), .count = 1};
  switch (pdu[0]) {
    case 1: case 2: case 3: case 4:
      request.count = request.read_count = word(pdu + 3);
      request.read_address = request.address;
      break;
    case 5: case 6: case 22: request.writes = 1; break;
    case 15: case 16: request.writes = 1; request.count = word(pdu + 3); break;
    case 23:
      request.writes = 1;
      request.read_address = request.address;
      request.read_count = word(pdu + 3);
      request.address = word(pdu + 5);
      request.count = word(pdu + 7);
      break;
  }
  request.bits = pdu[0] == 1 || pdu[0] == 2 || pdu[0] == 5 || pdu[0] == 15;
  return request;
}

static int touches(int address, int count, int first, int end) { return address < end && address + count > first; }

static int new_value(const Request *request, const uint8_t *pdu, int address) {
  if (request->code == 6) return word(pdu + 3);
  if (request->code == 22) {
    int now = memory->tab_registers[address], and = word(pdu + 3), or = word(pdu + 5);
    return (now & and) | (or & ~and & 0xffff);
  }
  return word(pdu + (request->code == 23 ? 10 : 6) + 2 * (address - request->address));
}

/* 0, or the exception that a write is refused with. */
static int refusal(const Request *request, const uint8_t *pdu) {
  if (request->bits) return touches(request->address, request->count, COILS - 1, COILS) ? 2 : 0;
  int end = request->address + request->count;
  if (end > REGISTERS) return 2;
  for (int address = request->address; address < end; address++) {
    if (address == READ_ONLY || address == COMMANDS || address == COMMITS) return 2;
    if (touches(address, 1, HOLE, HOLE_END) || touches(address, 1, WRITES, WITNESSES_END)) return 2;
    if (address == RANGED && new_value(request, pdu, address) > 100) return 3;
    if (address == INTERLOCKED && !memory->tab_bits[0]) return 4;
    if (address == GUARDED && memory->tab_bits[1]) return 4;
  }
  int halves = touches(request->address, request->count, PAIR, PAIR + 1) + touches(request->address, request->count, PAIR + 1, PAIR + 2);
  return halves == 1 ? 3 : 0;
}

static int has_hole(const Request *request) {
  if (request->code != 3 && request->code != 23) return 0;
  return touches(request->read_address, request->read_count, HOLE, HOLE_END) ||
         touches(request->read_address, request->read_count, WRITE_ONLY, WRITE_ONLY + 1);
}

static void log_write(const Request *request, const uint8_t *pdu) {
  fprintf(record, "%d %d", request->code, request->address);
  for (int index = 0; index < request->count; index++) {
    int value = request->code == 5 ? pdu[3] == 0xff : request->code == 15 ? pdu[6 + index / 8] >> index % 8 & 1
                                                                          : new_value(request, pdu, request->address + index);
    fprintf(record, " %d", value);
  }
  fputc('\n', record);
  fflush(record);
}

/* What the controller makes of values that it took. */
static void settle_registers(const Request *request) {
  uint16_t *registers = memory->tab_registers;
  for (int address = request->address; address < request->address + request->count; address++) {
    if (address == QUANTISED) registers[address] -= registers[address] % 10;
    if (address == CLAMPED && registers[address] > 500) registers[address] = 500;
    if (address == COMMAND) { registers[COMMANDS]++; registers[address] = 0; }
    if (address == COMMIT) { registers[COMMITS] += registers[address] == 1; registers[address] = 0; }
  }
}

static void take_late_values(void) {
  if (late_address < 0 || now_ms() < late_at) return;
  memcpy(memory->tab_registers + late_address, late_values, late_count * sizeof *late_values);
  late_address = -1;
}

static int takes_one(int fault) {
  if (memory->tab_registers[fault] == 0) return 0;
  memory->tab_registers[fault]--;
  return 1;
}

/* Carries out a write in its way; the exception is to be answered, 0 for a plain reply. */
static void write_memory(const uint8_t *query, int length, const uint8_t *pdu, const Request *request) {
  static uint16_t before[REGISTERS];
  static uint8_t coils_before[COILS];
  memcpy(before, memory->tab_registers, sizeof before);
  memcpy(coils_before, memory->tab_bits, sizeof coils_before);
  uint16_t *registers = memory->tab_registers;
  int is_slow = !request->bits && (takes_one(ACKNOWLEDGE) || touches(request->address, request->count, SLOW, SLOW + 1));
  int is_forgotten = takes_one(FORGET) || (!request->bits && touches(request->address, request->count, FORGETFUL, FORGETFUL + 1));
  log_write(request, pdu);
  if (is_slow) {
    late_address = request->address;
    late_count = request->count;
    late_at = now_ms() + SLOW_MS;
    for (int index = 0; index < request->count; index++) late_values[index] = new_value(request, pdu, request->address + index);
    modbus_reply_exception(context, query, 5);
  } else {
    modbus_reply(context, query, length, memory);
    if (is_forgotten && request->bits) memcpy(memory->tab_bits, coils_before, sizeof coils_before);
    else if (is_forgotten) memcpy(registers + request->address, before + request->address, request->count * sizeof *before);
    else if (!request->bits) settle_registers(request);
  }
  add(WRITES, 1);
  add(WRITTEN, request->count);
}

static int answers_for(int unit) {
  for (int index = 0; index < unit_count; index++)
    if (units[index] == unit) return 1;
  return 0;
}

/* Answers one request; 0 when the connection is to end. */
static int answer(const uint8_t *query, int length) {
  const uint8_t *pdu = query + modbus_get_header_length(context);
  Request request = parse(pdu);
  int unit = pdu[-1];
  if (!answers_for(unit)) {
    if (is_gateway) modbus_reply_exception(context, query, 11);
    return 1;
  }
  take_late_values();
  uint16_t *registers = memory->tab_registers;
  if (request.writes && !request.bits && touches(request.address, request.count, FAULTS, FAULTS_END)) {
    modbus_reply(context, query, length, memory);
    return 1;
  }
  int delay = registers[DELAY] + registers[DELAY_ONCE];
  registers[DELAY_ONCE] = 0;
  if (delay > 0) usleep(delay * 1000);
  if (takes_one(DROP_BEFORE) || (request.writes && takes_one(DROP_WRITE_BEFORE))) return 0;
  int exception = takes_one(BUSY) ? 6 : has_hole(&request) ? 2 : request.writes ? refusal(&request, pdu) : 0;
  int drop = exception == 0 && (takes_one(DROP_AFTER) || (request.writes && takes_one(DROP_WRITE_AFTER)));
  int held = -1;
  /* A context without a socket carries out what it cannot answer. */
  if (drop) { held = modbus_get_socket(context); modbus_set_socket(context, open("/dev/null", 1)); }
  if (exception != 0) modbus_reply_exception(context, query, exception);
  else if (request.writes) write_memory(query, length, pdu, &request);
  else {
    add(READS, 1);
    if (request.code == 3 && touches(request.read_address, request.read_count, VOLATILE, VOLATILE + 1)) registers[VOLATILE]++;
    modbus_reply(context, query, length, memory);
  }
  if (drop) { close(modbus_get_socket(context)); modbus_set_socket(context, held); return 0; }
  return !registers[CLOSE_AFTER];
}

static void set_up_memory(void) {
  memory = modbus_mapping_new(COILS, 16, REGISTERS, 10);
  for (int address = 0; address < 100; address++) memory->tab_registers[address] = 1000 + address;
  for (int address = 0; address < 10; address++) memory->tab_input_registers[address] = 500 + address;
  for (int address = 1; address < 16; address += 2) memory->tab_input_bits[address] = 1;
  memory->tab_registers[READ_ONLY] = 4660;
  memory->tab_bits[0] = 1;
}

static void open_bus(char **argv) {
  context = modbus_new_rtu(argv[2], atoi(argv[3]), argv[4][0], 8, 1);
  modbus_set_slave(context, units[0]);
  if (modbus_connect(context) < 0) { perror("plc"); exit(1); }
}

static void serve_bus(char **argv) {
  uint8_t query[MODBUS_RTU_MAX_ADU_LENGTH];
  for (;;) {
    int length = modbus_receive(context, query);
    if (length > 0) answer(query, length);
    else if (length == 0) {
      /* After a request to another unit libmodbus takes what comes next for that unit's reply. There is none on this bus. */
      modbus_close(context);
      modbus_free(context);
      open_bus(argv);
    } else if (errno != EMBBADCRC && errno != ETIMEDOUT && errno != EMBBADDATA) exit(1);
  }
}

static void serve_network(int listener, int limit) {
  int open_now = 0;
  fd_set sockets;
  FD_ZERO(&sockets);
  FD_SET(listener, &sockets);
  for (;;) {
    fd_set ready = sockets;
    if (select(FD_SETSIZE, &ready, NULL, NULL, NULL) < 0) exit(1);
    /* Connections first, so that one that ended makes room for one that begins. */
    for (int socket = 0; socket < FD_SETSIZE; socket++) {
      if (socket == listener || !FD_ISSET(socket, &ready)) continue;
      uint8_t query[MODBUS_TCP_MAX_ADU_LENGTH];
      modbus_set_socket(context, socket);
      int length = modbus_receive(context, query);
      if (length >= 0 && (length == 0 || answer(query, length))) continue;
      close(socket);
      FD_CLR(socket, &sockets);
      open_now--;
    }
    if (FD_ISSET(listener, &ready)) {
      int accepted = accept(listener, NULL, NULL);
      if (accepted >= 0 && open_now >= limit) close(accepted);
      else if (accepted >= 0) {
        FD_SET(accepted, &sockets);
        open_now++;
        add(ACCEPTED, 1);
      }
    }
    memory->tab_registers[OPEN_NOW] = open_now;
    if (open_now > memory->tab_registers[OPEN_MOST]) memory->tab_registers[OPEN_MOST] = open_now;
  }
}

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t size = sizeof address;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 16) < 0) { perror("plc"); exit(1); }
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("ready %d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

static void parse_units(char *list) {
  unit_count = 0;
  for (char *one = strtok(list, ","); one != NULL && unit_count < 16; one = strtok(NULL, ",")) units[unit_count++] = atoi(one);
}

int main(int argc, char **argv) {
  int limit = MOST_CONNECTIONS;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  signal(SIGPIPE, SIG_IGN);
  set_up_memory();
  if (argc >= 7 && strcmp(argv[1], "rtu") == 0) {
    units[0] = atoi(argv[5]);
    record = fopen(argv[6], "a");
    /* Kept open, so that the other end of a pseudo terminal sees no end of it. */
    if (record == NULL || open(argv[2], O_RDWR | O_NOCTTY) < 0) { perror("plc"); return 1; }
    open_bus(argv);
    puts("ready 0");
    fflush(stdout);
    serve_bus(argv);
  }
  if (argc < 4 || strcmp(argv[1], "tcp") != 0) { fprintf(stderr, "see the comment in plc.c\n"); return 2; }
  record = fopen(argv[3], "a");
  if (record == NULL) { perror("plc"); return 1; }
  for (int index = 4; index < argc; index++) {
    if (strncmp(argv[index], "--units=", 8) == 0) parse_units(argv[index] + 8);
    else if (strcmp(argv[index], "--gateway") == 0) is_gateway = 1;
    else if (strncmp(argv[index], "--connections=", 14) == 0) limit = atoi(argv[index] + 14);
  }
  context = modbus_new_tcp("127.0.0.1", 0);
  modbus_set_response_timeout(context, 0, 50000);
  serve_network(listen_on(atoi(argv[2])), limit);
}
