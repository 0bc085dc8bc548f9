// Builds the metric families that the serializer of prometheus-cpp writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counters.h"
#include "prometheus/metric_family.h"

namespace newsmill::telemetry {

using Labels = std::vector<std::pair<std::string_view, std::string>>;

struct Series {
  double value = 0;
  Labels labels{};
};

template <const auto& kBounds>
struct HistogramSeries {
  HistogramSum<kBounds> sum;
  Labels labels{};
};

/// Collects metric families. Adds the prefix "newsmill_" to their names.
class Families {
 public:
  void Counter(std::string_view name, std::string_view help,
               const std::vector<Series>& series) {
    Add(name, help, prometheus::MetricType::Counter, series);
  }
  void Gauge(std::string_view name, std::string_view help,
             const std::vector<Series>& series) {
    Add(name, help, prometheus::MetricType::Gauge, series);
  }
  template <const auto& kBounds>
  void Histogram(std::string_view name, std::string_view help,
                 const std::vector<HistogramSeries<kBounds>>& series) {
    Begin(name, help, prometheus::MetricType::Histogram);
    for (const auto& [sum, labels] : series) {
      AddHistogram(sum.counts, kBounds, sum.seconds, labels);
    }
  }

  /// Returns the families in Prometheus' text format 0.0.4.
  std::string Text() const;

 private:
  void Begin(std::string_view name, std::string_view help,
             prometheus::MetricType type);
  void Add(std::string_view name, std::string_view help,
           prometheus::MetricType type, const std::vector<Series>& series);
  void AddHistogram(std::span<const int64_t> counts,
                    std::span<const double> bounds, double seconds,
                    const Labels& labels);
  prometheus::ClientMetric& AddMetric(const Labels& labels);

  std::vector<prometheus::MetricFamily> families_;
};

}  // namespace newsmill::telemetry
