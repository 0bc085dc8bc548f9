#include "families.h"

#include <limits>

#include "prometheus/text_serializer.h"

namespace newsmill::telemetry {

std::string Families::Text() const {
  return prometheus::TextSerializer().Serialize(families_);
}

void Families::Begin(std::string_view name, std::string_view help,
                     prometheus::MetricType type) {
  families_.push_back({.name = "newsmill_" + std::string(name),
                       .help = std::string(help),
                       .type = type,
                       .metric = {}});
}

prometheus::ClientMetric& Families::AddMetric(const Labels& labels) {
  prometheus::ClientMetric& metric = families_.back().metric.emplace_back();
  for (const auto& [name, value] : labels) {
    metric.label.push_back({std::string(name), value});
  }
  return metric;
}

void Families::Add(std::string_view name, std::string_view help,
                   prometheus::MetricType type,
                   const std::vector<Series>& series) {
  Begin(name, help, type);
  for (const Series& one : series) {
    prometheus::ClientMetric& metric = AddMetric(one.labels);
    if (type == prometheus::MetricType::Counter) {
      metric.counter.value = one.value;
    } else {
      metric.gauge.value = one.value;
    }
  }
}

void Families::AddHistogram(std::span<const int64_t> counts,
                            std::span<const double> bounds, double seconds,
                            const Labels& labels) {
  prometheus::ClientMetric::Histogram& histogram = AddMetric(labels).histogram;
  uint64_t cumulative = 0;
  for (size_t i = 0; i < counts.size(); ++i) {
    cumulative += static_cast<uint64_t>(counts[i]);
    const double bound =
        i < bounds.size() ? bounds[i] : std::numeric_limits<double>::infinity();
    histogram.bucket.push_back({cumulative, bound});
  }
  histogram.sample_count = cumulative;
  histogram.sample_sum = seconds;
}

}  // namespace newsmill::telemetry
