// The floor of what an exactly-once worker on librdkafka can cost: consume,
// produce the same bytes in a transaction, commit each second or 500 messages.
// One thread, no work. `script/bench` sets the worker against it.
//
//   pass_through_loop BROKERS GROUP IN OUT MESSAGES

#include <librdkafka/rdkafka.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <utility>

namespace {

constexpr int kTimeoutMs = 30'000;
constexpr int kMostMessages = 500;

[[noreturn]] void Die(const char* what, const std::string& why) {
  std::fprintf(stderr, "pass_through_loop: %s: %s\n", what, why.c_str());
  std::exit(1);
}

void Require(const char* what, rd_kafka_error_t* error) {
  if (error != nullptr) Die(what, rd_kafka_error_string(error));
}

rd_kafka_t* MakeClient(
    rd_kafka_type_t type,
    std::initializer_list<std::pair<const char*, std::string>> settings) {
  char reason[512];
  rd_kafka_conf_t* conf = rd_kafka_conf_new();
  for (const auto& [name, value] : settings) {
    if (rd_kafka_conf_set(conf, name, value.c_str(), reason, sizeof(reason)) !=
        RD_KAFKA_CONF_OK) {
      Die(name, reason);
    }
  }
  rd_kafka_t* client = rd_kafka_new(type, conf, reason, sizeof(reason));
  if (client == nullptr) Die("client", reason);
  return client;
}

void Commit(rd_kafka_t* producer, rd_kafka_t* consumer) {
  rd_kafka_topic_partition_list_t* offsets = nullptr;
  rd_kafka_assignment(consumer, &offsets);
  rd_kafka_position(consumer, offsets);
  rd_kafka_consumer_group_metadata_t* group =
      rd_kafka_consumer_group_metadata(consumer);
  Require("send offsets", rd_kafka_send_offsets_to_transaction(
                              producer, offsets, group, kTimeoutMs));
  Require("commit", rd_kafka_commit_transaction(producer, kTimeoutMs));
  rd_kafka_consumer_group_metadata_destroy(group);
  rd_kafka_topic_partition_list_destroy(offsets);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) Die("usage", "BROKERS GROUP IN OUT MESSAGES");
  const std::string brokers = argv[1];
  const std::string group = argv[2];
  const long wanted = std::atol(argv[5]);
  rd_kafka_t* consumer =
      MakeClient(RD_KAFKA_CONSUMER, {{"bootstrap.servers", brokers},
                                     {"group.id", group},
                                     {"auto.offset.reset", "earliest"},
                                     {"enable.auto.commit", "false"},
                                     {"enable.auto.offset.store", "false"},
                                     {"isolation.level", "read_committed"}});
  rd_kafka_t* producer =
      MakeClient(RD_KAFKA_PRODUCER, {{"bootstrap.servers", brokers},
                                     {"transactional.id", group},
                                     {"linger.ms", "5"},
                                     {"retry.backoff.ms", "10"},
                                     {"message.max.bytes", "67108864"},
                                     {"compression.codec", "lz4"}});
  rd_kafka_poll_set_consumer(consumer);
  Require("init", rd_kafka_init_transactions(producer, kTimeoutMs));
  rd_kafka_topic_partition_list_t* topics =
      rd_kafka_topic_partition_list_new(1);
  rd_kafka_topic_partition_list_add(topics, argv[3], RD_KAFKA_PARTITION_UA);
  rd_kafka_subscribe(consumer, topics);
  rd_kafka_topic_t* out = rd_kafka_topic_new(producer, argv[4], nullptr);

  using Clock = std::chrono::steady_clock;
  long seen = 0;
  int in_transaction = 0;
  auto begun = Clock::now();
  while (seen < wanted || in_transaction > 0) {
    rd_kafka_message_t* message = rd_kafka_consumer_poll(consumer, 100);
    if (message != nullptr && message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
      if (in_transaction == 0) {
        Require("begin", rd_kafka_begin_transaction(producer));
        begun = Clock::now();
      }
      while (rd_kafka_produce(out, RD_KAFKA_PARTITION_UA, RD_KAFKA_MSG_F_COPY,
                              message->payload, message->len, message->key,
                              message->key_len, nullptr) != 0) {
        rd_kafka_poll(producer, 10);
      }
      ++seen;
      ++in_transaction;
    }
    if (message != nullptr) rd_kafka_message_destroy(message);
    rd_kafka_poll(producer, 0);
    const bool due = in_transaction >= kMostMessages || seen >= wanted ||
                     Clock::now() - begun >= std::chrono::seconds(1);
    if (in_transaction > 0 && due) {
      Commit(producer, consumer);
      in_transaction = 0;
    }
  }
  rd_kafka_consumer_close(consumer);
  return 0;
}
